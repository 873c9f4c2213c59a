/** The headers of a file that is saved under a Chinese name. */
export function attachment(type: string, name: string, plain: string): Record<string, string> {
  return {
    'content-type': type,
    'cache-control': 'no-store',
    // RFC 6266: a plain name for who cannot read the other.
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
}
