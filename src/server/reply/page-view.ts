/** What the reply page shows of its notice: a closed list of fields, and nothing of any other. */
import { sayNoticeName } from '../../domain/notice-number.ts';
import { sayHandOver } from '../../protocol/hand-over.ts';
import type { ReplyView, ShownProblem } from '../../protocol/reply-page.ts';
import type { FindingRow, NoticeRow, PhotoRow } from '../../protocol/rows/index.ts';
import type { Context } from '../context.ts';
import type { WayIn } from './capability.ts';

type Parts = Pick<Context, 'store' | 'officeId' | 'rows' | 'now'>;

export async function viewOf(parts: Parts, way: WayIn): Promise<ReplyView> {
  const { store, officeId, rows, now } = parts;
  const { notice, findings, gate } = way;
  const office = (await rows.get(store.db, 'office', officeId))?.row;
  if (!office) throw new Error('the office has no row');
  const problems: ShownProblem[] = [];
  for (const finding of findings) problems.push(await problemOf(parts, notice, finding));
  return {
    noticeId: notice.id,
    standing: gate.kind,
    readableUntil: gate.kind === 'over' ? gate.until : null,
    serverTime: now(),
    officeName: notice.record?.officeName ?? office.name,
    contact: office.contact,
    phone: office.phone,
    closeHour: office.closeHour,
    sample: office.sample,
    number: sayNoticeName(notice.number),
    unitName: notice.unitName,
    issuedAt: notice.issuedAt,
    dueAt: notice.dueAt,
    demand: notice.record?.demand ?? office.demand,
    taken: notice.delivery
      ? { at: notice.delivery.at, words: sayHandOver(notice.delivery.how) }
      : null,
    problems,
  };
}

async function problemOf(
  { store: { db }, rows }: Parts,
  notice: NoticeRow,
  finding: FindingRow,
): Promise<ShownProblem> {
  const [photos, replies, rechecks, extensions] = await Promise.all([
    rows.list(db, 'photo', 'findingId', finding.id),
    rows.list(db, 'reply', 'findingId', finding.id),
    rows.list(db, 'recheck', 'findingId', finding.id),
    rows.list(db, 'extension', 'findingId', finding.id),
  ]);
  const kept = photos.map(({ row }) => row).filter((photo) => !photo.removed);
  const recorded = notice.record?.problems.find((one) => one.findingId === finding.id);
  const { id, pointName, text, count, recordedAt, state, dueAt, rework, acceptedAt } = finding;
  return {
    id,
    pointName,
    text,
    itemText: recorded?.itemText ?? null,
    count,
    recordedAt,
    state,
    dueAt,
    rework,
    acceptedAt,
    reviewOn: finding.shelf?.reviewOn ?? null,
    merged: finding.mergedInto !== null,
    photos: kept
      .filter((photo) => photo.arrived)
      .sort(inTime)
      .map(shown),
    photosToCome: kept.filter((photo) => !photo.arrived).length,
    // Of an earlier notice that was voided nothing is shown: this is another paper.
    replies: replies
      .map(({ row }) => row)
      .filter((reply) => reply.noticeId === notice.id)
      .sort((a, b) => a.at - b.at)
      .map(({ id, at, byName, way, text, files }) => ({
        id,
        at,
        byName,
        way,
        text,
        files: files.map(({ name, bytes }) => ({ name, bytes })),
      })),
    rechecks: rechecks
      .map(({ row }) => row)
      .sort((a, b) => a.at - b.at)
      .map(({ id, at, result, note }) => ({ id, at, result, note })),
    extensions: extensions
      .map(({ row }) => row)
      .sort((a, b) => a.askedAt - b.askedAt)
      .map(({ id, askedAt, byName, reason, until, state, decision, dueAt }) => ({
        id,
        askedAt,
        byName,
        reason,
        until,
        state,
        decision,
        dueAt,
      })),
  };
}

function inTime(a: PhotoRow, b: PhotoRow): number {
  return a.takenAt - b.takenAt;
}

function shown({ sha256, takenAt, timed, width, height, stage, ofId }: PhotoRow) {
  return { sha256, takenAt, timed, width, height, stage, ofId };
}
