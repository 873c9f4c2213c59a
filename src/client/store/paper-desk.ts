import type { NoticeNumber } from '../../domain/notice-number.ts';
import type { NoticeRecord, NoticeSeal } from '../../protocol/rows/index.ts';
import { type FaceFonts, NO_FONTS } from '../../protocol/rows/notice-record.ts';

/** What a paper that is issued here is made with besides the rows. */
export interface PaperDesk {
  /** Where this device reaches the office, e.g. `https://example.org`. */
  readonly origin: string;
  /** The fonts in the box of this program. */
  fonts(): Promise<FaceFonts>;
  /** Signs what the paper says; null where this device has no key that the office knows. */
  sign(number: NoticeNumber, record: NoticeRecord): Promise<NoticeSeal | null>;
}

/** Papers are made, but nobody signs: the office does so when they arrive. */
export const UNSIGNED_DESK: PaperDesk = {
  origin: '',
  fonts: async () => NO_FONTS,
  sign: async () => null,
};
