/** Where the page asks for tiles: itself on an own address, else by way of the office's server. Pure. */

/** @param tileUrl the office's setting; null for no base map */
export function tileAddress(tileUrl: string | null): string | null {
  if (tileUrl === null || tileUrl.startsWith('/')) return tileUrl;
  // A browser keeps tiles for a day; another setting must not show those of the one before.
  return `/api/tiles/{z}/{x}/{y}?map=${markOf(tileUrl)}`;
}

/** A short word that differs where the text does, as good as always. */
function markOf(text: string): string {
  let mark = 0;
  for (const letter of text) mark = (Math.imul(mark, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return mark.toString(36);
}
