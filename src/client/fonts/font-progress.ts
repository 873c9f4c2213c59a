/** How far the fonts have come onto this device: for whoever shows it. */
import { signal } from '@preact/signals';

export interface FontProgress {
  readonly phase: /** Not looked yet. */
    | 'unknown'
    | 'complete'
    | 'downloading'
    /** For a network, or for the sync to be done. */
    | 'waiting'
    /** For Wi-Fi, as was chosen on this device. */
    | 'wifi'
    | 'failed';
  readonly fonts: number;
  readonly fontsHere: number;
  readonly bytes: number;
  readonly bytesHere: number;
  /** With `failed`, in plain words. */
  readonly trouble: string;
}

export const fontProgress = signal<FontProgress>({
  phase: 'unknown',
  fonts: 0,
  fontsHere: 0,
  bytes: 0,
  bytesHere: 0,
  trouble: '',
});

/** Hashes of fonts that only a paper of before is printed in: asked for where one is opened. */
export const fontsOfPapers = signal<ReadonlySet<string>>(new Set());

export function wantFontsOfPaper(hashes: readonly string[]): void {
  const known = fontsOfPapers.peek();
  if (hashes.every((sha256) => known.has(sha256))) return;
  fontsOfPapers.value = new Set([...known, ...hashes]);
}

/** Raised by 现在下载 and 重试: then neither Wi-Fi nor a pause is waited for. */
export const fontsAsked = signal(0);

export function askForFonts(): void {
  fontsAsked.value += 1;
}

/** 2/4 · 6.1 MB / 11.0 MB */
export function sayFontProgress(progress: FontProgress): string {
  const { fonts, fontsHere, bytes, bytesHere } = progress;
  return `${fontsHere}/${fonts} · ${sayMegabytes(bytesHere)} / ${sayMegabytes(bytes)}`;
}

function sayMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** 3.9 MB, 12 KB */
export function sayFontSize(bytes: number): string {
  return bytes >= 1e6 ? sayMegabytes(bytes) : `${Math.ceil(bytes / 1e3)} KB`;
}
