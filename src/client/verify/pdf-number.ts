/**
 * The 发文字号 that a PDF names as its Subject (ISO 32000-1, 14.3.3), where it stands in the
 * open as in our own files. One that another program wrote anew may hide it: that is no file of ours.
 */
const SUBJECT = '/Subject';
/** Longer than any number is written, in bytes. */
const LONGEST = 2_000;
const BYTE_ORDER_MARK = '\u00fe\u00ff';
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

/** Null where there is none. */
export function numberInPdf(bytes: Uint8Array): string | null {
  const text = latin(bytes);
  // The document's own facts stand after all of its pages.
  const at = text.lastIndexOf(SUBJECT);
  if (at < 0) return null;
  const value = text.slice(at + SUBJECT.length, at + SUBJECT.length + LONGEST).trimStart();
  const [, object] = /^(\d+) 0 R/.exec(value) ?? [];
  const rest = object === undefined ? value : bodyOf(text, object);
  const raw = rest.startsWith('(') ? literal(rest) : hexString(rest);
  return raw === null ? null : decoded(raw);
}

/** What an object holds, where the facts only name it; empty where there is none. */
function bodyOf(text: string, object: string): string {
  const head = `\n${object} 0 obj`;
  const at = text.lastIndexOf(head);
  return at < 0 ? '' : text.slice(at + head.length, at + head.length + LONGEST).trimStart();
}

/** A character a byte. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return text;
}

/** A literal string (7.3.4.2): balanced brackets, and what a backslash says. */
function literal(text: string): string | null {
  let found = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      if (octal === undefined) {
        at += 1;
        const meant = text.charAt(at);
        found += ESCAPES[meant] ?? meant;
      } else {
        at += octal.length;
        found += String.fromCharCode(Number.parseInt(octal, 8) & 255);
      }
      continue;
    }
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0) return found.slice(1);
    found += letter;
  }
  return null;
}

/** `<FEFF6986…>` (7.3.4.3). */
function hexString(text: string): string | null {
  const hex = /^<([0-9A-Fa-f\s]*)>/.exec(text)?.[1]?.replace(/\s/g, '');
  if (hex === undefined) return null;
  const pairs = hex.match(/../g) ?? [];
  return pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
}

/** UTF-16 with its mark, or plain letters (7.9.2). */
function decoded(raw: string): string {
  if (!raw.startsWith(BYTE_ORDER_MARK)) return raw;
  let text = '';
  for (let at = 2; at + 1 < raw.length; at += 2) {
    text += String.fromCharCode((raw.charCodeAt(at) << 8) | raw.charCodeAt(at + 1));
  }
  return text;
}
