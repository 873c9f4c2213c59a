import type { FormLine, Signature } from './paper.ts';
import { onPaper } from './punctuation.ts';

/** A line of a form; `lines` is its height in lines of writing. */
export function formLine(
  name: string,
  value: string,
  lines = 1,
  signature: Signature | null = null,
): FormLine {
  return { name: onPaper(name), value: onPaper(value), lines, signature };
}
