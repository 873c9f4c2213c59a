/** Brings together from the device's own tables what a 督查通知书 is made of. */

import type { NoticeInput, PaperProblem } from '../../../document/notice-input.ts';
import type { NoticeNumber } from '../../../domain/notice-number.ts';
import type { FindingRow, NoticeRow, OfficeRow, PhotoRow } from '../../../protocol/rows/index.ts';
import type { LocalDatabase } from '../../store/database.ts';

export interface Gathered {
  readonly input: NoticeInput;
  readonly findings: readonly FindingRow[];
  readonly photos: readonly PhotoRow[];
}

/** What all notices have, issued or not. */
export interface NoticeFacts {
  readonly office: OfficeRow;
  readonly roundId: string;
  readonly unitName: string;
  readonly number: NoticeNumber | null;
  readonly immediate: boolean;
  readonly issuedAt: number;
  readonly dueAt: number;
  readonly standing: NoticeInput['standing'];
}

export async function gatherNotice(
  db: LocalDatabase,
  office: OfficeRow,
  notice: NoticeRow,
): Promise<Gathered> {
  return gather(db, notice.findingIds, {
    office,
    roundId: notice.roundId,
    unitName: notice.unitName,
    number: notice.number,
    immediate: notice.deadline.kind === 'immediate',
    issuedAt: notice.issuedAt,
    dueAt: notice.dueAt,
    standing:
      notice.state === 'voided'
        ? { kind: 'voided', reason: notice.voidReason, at: notice.voidedAt ?? notice.issuedAt }
        : { kind: 'issued' },
  });
}

export async function gather(
  db: LocalDatabase,
  findingIds: readonly string[],
  facts: NoticeFacts,
): Promise<Gathered> {
  const ids = [...findingIds];
  const [found, photos, round] = await Promise.all([
    db.finding.bulkGet(ids),
    db.photo.where('findingId').anyOf(ids).toArray(),
    db.round.get(facts.roundId),
  ]);
  const findings = found.flatMap((finding) => finding ?? []);
  const kept = photos
    .filter((photo) => !photo.removed)
    .sort((a, b) => a.takenAt - b.takenAt || (a.id < b.id ? -1 : 1));
  const [items, teams, points] = await Promise.all([
    itemTexts(db),
    db.team.bulkGet([...new Set(findings.map((finding) => finding.teamId))]),
    db.point.bulkGet([...new Set(findings.map((finding) => finding.pointId))]),
  ]);
  const problems = findings.map((finding) => problemOf(finding, kept, items));
  return {
    findings,
    photos: kept,
    input: {
      officeName: facts.office.name,
      contact: facts.office.contact,
      phone: facts.office.phone,
      unitName: facts.unitName,
      roundName: round?.name ?? '',
      teamName: teams
        .flatMap((team) => team?.name ?? [])
        .sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))
        .join('、'),
      number: facts.number,
      // A unit's own people do not hold the points; the rounds walk key points.
      keyPointsOnly: points.every((point) => point === undefined || point.kind === 'key'),
      immediate: facts.immediate,
      issuedAt: facts.issuedAt,
      dueAt: facts.dueAt,
      problems,
      standing: facts.standing,
    },
  };
}

function problemOf(
  finding: FindingRow,
  photos: readonly PhotoRow[],
  items: ReadonlyMap<string, string>,
): PaperProblem {
  return {
    pointId: finding.pointId,
    pointName: finding.pointName,
    text: finding.text,
    count: finding.count,
    itemText: finding.itemId === null ? null : (items.get(finding.itemId) ?? null),
    recordedAt: finding.recordedAt,
    photos: photos.filter((photo) => photo.findingId === finding.id),
  };
}

/** Text by item id; the latest edition of a checklist wins. */
async function itemTexts(db: LocalDatabase): Promise<ReadonlyMap<string, string>> {
  const checklists = await db.checklist.toArray();
  checklists.sort((a, b) => a.edition - b.edition);
  return new Map(
    checklists.flatMap((checklist) =>
      checklist.items.map((item): [string, string] => [item.id, item.text]),
    ),
  );
}
