/** A notice or a letter by its number, with what its paper is made again of. */
import { letterPaper } from '../../document/letter-paper.ts';
import { noticePaper } from '../../document/notice-paper.ts';
import type { NoticeNumber } from '../../domain/notice-number.ts';
import type { LetterRow, NoticeRow } from '../../protocol/rows/index.ts';
import { qrOf } from '../../protocol/seal-payload.ts';
import type { Db } from '../store/database.ts';
import type { Books } from '../sync/books.ts';
import { issuedPaper } from './notice-facts.ts';
import type { PaperParts } from './paper-maker.ts';
import { PaperTrouble } from './paper-trouble.ts';

export interface FoundPaper extends PaperParts {
  readonly number: NoticeNumber | null;
  readonly unitName: string;
  /** Why it is void; null where it stands. */
  readonly voidReason: string | null;
}

/** By the register, where every number says what bears it. Throws a PaperTrouble for none. */
export async function findByNumber(
  db: Db,
  { register, rows }: Pick<Books, 'register' | 'rows'>,
  number: NoticeNumber,
): Promise<FoundPaper> {
  const entry = await register.read(db, number);
  const id = entry?.notice_id ?? '';
  const notice = id === '' ? undefined : await rows.get(db, 'notice', id);
  if (notice) return paperOfNotice(notice.row);
  const letter = id === '' ? undefined : await rows.get(db, 'letter', id);
  if (letter) return paperOfLetter(letter.row);
  throw new PaperTrouble('notice-missing');
}

export function paperOfNotice(row: NoticeRow): FoundPaper {
  const input = issuedPaper(row, qrOf(row));
  if (input === null || row.record === null) throw new PaperTrouble('paper-missing');
  const { fonts, issuedAt } = row.record;
  return { ...standing(row), paper: noticePaper(input), fonts, issuedAt };
}

/** As it was issued, whatever became of it since. */
export function paperOfLetter(row: LetterRow): FoundPaper {
  const { kind, number, record: facts } = row;
  const issued = { kind: 'issued' } as const;
  const paper = letterPaper({ kind, facts, number, pending: false, standing: issued });
  return { ...standing(row), paper, fonts: facts.fonts, issuedAt: facts.issuedAt };
}

function standing({ number, unitName, state, voidReason }: NoticeRow | LetterRow) {
  return { number, unitName, voidReason: state === 'voided' ? voidReason : null };
}
