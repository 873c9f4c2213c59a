/** 已放弃: what people gave up of their refused deeds, as their devices have said; the journal is the record. */

import type { GivenUp } from '../../protocol/devices.ts';
import { MUTATIONS } from '../../protocol/mutations/index.ts';
import type { Db } from '../store/database.ts';
import type { Books } from '../sync/books.ts';

/** As many as are read at once; all of them stay in the journal. */
const MOST_SHOWN = 50;

/** By client, the latest first. One that was taken back is not among them. */
export async function givenUp(db: Db, books: Books): Promise<Map<string, GivenUp[]>> {
  const told = await db
    .selectFrom('journal')
    .select(['client', 'args', 'corrected_at'])
    .where('office', '=', books.officeId)
    .where('name', '=', 'refused.decide')
    .where('outcome', '=', 'applied')
    .orderBy('client')
    .orderBy('seq')
    .execute();
  const latest = new Map<string, Map<number, Omit<GivenUp, 'code' | 'detail'>>>();
  for (const { client, args, corrected_at: at } of told) {
    const said = MUTATIONS['refused.decide'].args.parse(JSON.parse(args));
    const { seq, title, reason, decision } = said;
    const ofClient = latest.get(client) ?? new Map();
    latest.set(client, ofClient);
    if (decision === 'restored') ofClient.delete(seq);
    else ofClient.set(seq, { seq, title, reason, at });
  }
  const found = new Map<string, GivenUp[]>();
  for (const [client, decisions] of latest) {
    const answers = await books.journal.read(db, client, [...decisions.keys()]);
    const rows = [...decisions.values()].flatMap((row) => {
      const { status, code = '', detail = '' } = answers.get(row.seq) ?? {};
      // Nobody gives up what the office has taken.
      return status === 'rejected' ? [{ ...row, code, detail }] : [];
    });
    found.set(client, rows.sort((a, b) => b.at - a.at).slice(0, MOST_SHOWN));
  }
  return found;
}
