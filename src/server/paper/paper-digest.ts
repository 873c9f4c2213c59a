/**
 * What the PDF of a notice hashes to, for those who hold one in hand. Drawn at most once a
 * notice and one at a time, since anybody may ask; null where it can't be made as it was.
 */
import { noticePaper } from '../../document/notice-paper.ts';
import type { NoticeRow } from '../../protocol/rows/index.ts';
import { qrOf } from '../../protocol/seal-payload.ts';
import { sha256Hex } from '../signing/node-keys.ts';
import { issuedPaper } from './notice-facts.ts';
import type { PaperMaker } from './paper-maker.ts';
import { PaperTrouble } from './paper-trouble.ts';

/** A few hundred bytes each. */
const KEPT = 2_000;

export class PaperDigests {
  readonly #maker: Pick<PaperMaker, 'pdf'>;
  readonly #read: (noticeId: string) => Promise<NoticeRow | undefined>;
  /** By notice and seal: one that is sealed later bears a QR that it did not before. */
  readonly #known = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    maker: Pick<PaperMaker, 'pdf'>,
    read: (noticeId: string) => Promise<NoticeRow | undefined>,
  ) {
    this.#maker = maker;
    this.#read = read;
  }

  of(noticeId: string): Promise<string | null> {
    const next = this.#last.then(() => this.#make(noticeId));
    this.#last = next.catch(() => null);
    return next;
  }

  async #make(noticeId: string): Promise<string | null> {
    const row = await this.#read(noticeId);
    const input = row && issuedPaper(row, qrOf(row));
    if (!row?.record || !input) return null;
    const key = `${row.id} ${row.seal?.signature ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { fonts, issuedAt } = row.record;
    try {
      const { bytes, missing } = await this.#maker.pdf({
        paper: noticePaper(input),
        fonts,
        issuedAt,
      });
      // Without all of its photos it is another file than the tablet's; they may come yet.
      if (missing.length > 0) return null;
      const digest = sha256Hex(bytes);
      if (this.#known.size >= KEPT) this.#known.clear();
      this.#known.set(key, digest);
      return digest;
    } catch (error) {
      if (error instanceof PaperTrouble) return null;
      throw error;
    }
  }
}
