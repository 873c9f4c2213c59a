/** Brings together from the device's own tables what a 督查通知书 is made of. */

import type { NoticeInput } from '../../../document/notice-input.ts';
import type { NoticeNumber } from '../../../domain/notice-number.ts';
import { TEMPLATE_EDITION } from '../../../domain/template-edition.ts';
import { recordNotice } from '../../../protocol/notice-record.ts';
import type {
  FindingRow,
  NoticeRecord,
  NoticeRow,
  OfficeRow,
} from '../../../protocol/rows/index.ts';
import { NO_FONTS } from '../../../protocol/rows/notice-record.ts';
import { qrOf } from '../../../protocol/seal-payload.ts';
import type { LocalDatabase } from '../../store/database.ts';
import { databaseSource } from '../../store/database-source.ts';

export interface Gathered {
  readonly input: NoticeInput;
  readonly findings: readonly FindingRow[];
}

/** What is on an issued paper: the record that was frozen with it. */
export async function gatherNotice(
  db: LocalDatabase,
  office: OfficeRow,
  notice: NoticeRow,
): Promise<Gathered> {
  const found = await db.finding.bulkGet([...notice.findingIds]);
  const record = notice.record ?? (await recordAnew(db, office, notice));
  const standing: NoticeInput['standing'] =
    notice.state === 'voided'
      ? { kind: 'voided', reason: notice.voidReason, at: notice.voidedAt ?? notice.issuedAt }
      : { kind: 'issued' };
  return {
    findings: found.flatMap((finding) => finding ?? []),
    input: { ...inputOf(record, notice.number, standing), qr: qrOf(notice) },
  };
}

/** One that was issued before papers were kept is made from the rows as they are now. */
function recordAnew(
  db: LocalDatabase,
  office: OfficeRow,
  notice: NoticeRow,
): Promise<NoticeRecord> {
  const { roundId, unitName, findingIds, issuedAt, dueAt } = notice;
  return recordNotice(databaseSource(db), {
    edition: TEMPLATE_EDITION,
    fonts: NO_FONTS,
    office,
    origin: location.origin,
    roundId,
    unitName,
    findingIds,
    immediate: notice.deadline.kind === 'immediate',
    issuedAt,
    dueAt,
    replaces: null,
  });
}

export function inputOf(
  record: NoticeRecord,
  number: NoticeNumber | null,
  standing: NoticeInput['standing'],
): NoticeInput {
  return { ...record, number, qr: null, standing };
}
