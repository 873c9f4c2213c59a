/** Chinese text on paper carries full-width punctuation (GB/T 15834-2011), however it was typed. */

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const HAN = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/;

/**
 * Half-width marks beside a Chinese character become full-width; those inside
 * figures and Latin words (10:42, 1,000) stay.
 */
export function onPaper(text: string): string {
  const joined = text.trim().replace(/\s+/g, ' ');
  let done = '';
  for (const [at, mark] of joined.split('').entries()) {
    const full = FULL[mark];
    const after = joined[at + 1] ?? '';
    const beside = HAN.test(done.at(-1) ?? '') || HAN.test(after) || closesFull(done, mark);
    done += full !== undefined && beside ? full : mark;
  }
  return done;
}

/** A bracket closes in the width in which it was opened. */
function closesFull(done: string, mark: string): boolean {
  return mark === ')' && done.lastIndexOf('（') > done.lastIndexOf('(');
}

/** The text without the stop that a person may have put at its end. */
export function withoutStop(text: string): string {
  return onPaper(text).replace(/[。.；;，,、]+$/u, '');
}
