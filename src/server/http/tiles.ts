/** Where map tiles may come from, by the office's setting. */

const PLACE = /^(https?:)\/\/([^/?#]+)/;
const PLAIN_HOST = /^[a-z0-9*.-]+(:\d+)?$/i;

export class Tiles {
  #source: string | null = null;

  set(tileUrl: string | null): void {
    this.#source = tileUrl === null ? null : tileSource(tileUrl);
  }

  /** A source for the content security policy; null where tiles are our own or none. */
  source(): string | null {
    return this.#source;
  }
}

/** `https://{s}.tiles.example/…` → `https://*.tiles.example`; null for an address of our own. */
export function tileSource(tileUrl: string): string | null {
  const match = PLACE.exec(tileUrl);
  if (!match) return null;
  const [, scheme = '', host = ''] = match;
  const labels = host.split('.');
  const plain = labels.map((label) => (/[{}]/.test(label) ? '*' : label));
  // A policy knows the star as the first label alone.
  const star = plain.lastIndexOf('*');
  const name = plain.slice(Math.max(0, star)).join('.');
  return PLAIN_HOST.test(name) && name !== '*' ? `${scheme}//${name}` : null;
}

/** Whether the setting can be honoured: an own path or an http(s) address, with the three places. */
export function isTileUrl(tileUrl: string): boolean {
  const own = tileUrl.startsWith('/') && !tileUrl.startsWith('//');
  if (!own && tileSource(tileUrl) === null) return false;
  return ['{x}', '{y}', '{z}'].every((part) => tileUrl.includes(part));
}
