import type { PaperQr } from './paper.ts';

const CAPTION = '扫码核验';

/** Nothing is drawn where nothing was signed. */
export function qrOf(text: string | null): PaperQr | null {
  return text === null ? null : { text, caption: CAPTION };
}
