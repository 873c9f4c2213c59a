/** What anybody wrote, fit to stand in a workbook: a file with any other character is not opened. */

/** Whether XML 1.0 (2.2, Char) has the character at all. */
function isOfXml(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || code > 0xffff;
}

export function ofXml(text: string): string {
  return [...text].filter(isOfXml).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** As the content of an element. */
export function xmlText(text: string): string {
  return ofXml(text).replace(/[&<>]/g, (char) => ESCAPES[char] ?? '');
}
