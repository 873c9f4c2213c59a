import type { NoticeNumber } from '../../domain/notice-number.ts';
import type { NoticeRow } from '../../protocol/rows/index.ts';
import type { Db } from '../store/database.ts';
import type { Books } from '../sync/books.ts';
import { PaperTrouble } from './paper-trouble.ts';

/** By the register, where every number says which notice bears it. Throws a PaperTrouble for none. */
export async function findByNumber(
  db: Db,
  { register, rows }: Pick<Books, 'register' | 'rows'>,
  number: NoticeNumber,
): Promise<NoticeRow> {
  const entry = await register.read(db, number);
  const id = entry?.notice_id ?? '';
  const found = id === '' ? undefined : await rows.get(db, 'notice', id);
  if (!found) throw new PaperTrouble('notice-missing');
  return found.row;
}
