/** base64url without padding (RFC 4648, 5), and UTF-8: neither needs anything of the machine here. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PLACES = new Map([...LETTERS].map((letter, place) => [letter, place]));

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const letters = [group >> 18, (group >> 12) & 63, (group >> 6) & 63, group & 63];
    const used = Math.min(3, bytes.length - at) + 1;
    for (const place of letters.slice(0, used)) text += LETTERS.charAt(place);
  }
  return text;
}

/** Null for what no `toBase64url` writes: a foreign letter, a length or spare bits that do not fit. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const place = PLACES.get(letter);
    if (place === undefined) return null;
    held = ((held << 6) | place) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 255;
    at += 1;
  }
  const spare = held & ((1 << bits) - 1);
  return bits < 6 && spare === 0 ? bytes : null;
}

/** Half a character (a lone surrogate) is written as U+FFFD. */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  const whole = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  const bytes: number[] = [];
  for (const [part] of encodeURIComponent(whole).matchAll(/%([0-9A-F]{2})|[^%]/g)) {
    bytes.push(part.startsWith('%') ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

/** Null for what is no UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  const hex = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(hex);
  } catch {
    return null;
  }
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
