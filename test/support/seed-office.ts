/** An office some weeks into its round: visits, problems of all ages, notices, one of them void. */
import { randomUUID } from 'node:crypto';
import { civilDateOf, yearOf } from '../../src/domain/civil.ts';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import type { PointRow } from '../../src/protocol/rows/index.ts';
import type { Lease, SyncResponse } from '../../src/protocol/sync.ts';
import { OfficeClient } from './office-client.ts';
import { sendLetters } from './seed-letters.ts';
import { SIGNATURE } from './signature.ts';

const DAY = 86_400_000;

export interface SeededOffice {
  /** A finished visit. */
  readonly inspectionId: string;
  /** A visit that is under way, its point, and how many items it has. */
  readonly openInspectionId: string;
  readonly openPoint: string;
  /** A problem with a photo, on a notice that is overdue. */
  readonly findingId: string;
  readonly pointCode: string;
  /** Problems of one unit that wait for a notice. */
  readonly waiting: { readonly unitId: string; readonly findingIds: readonly string[] };
  readonly noticeId: string;
  /** To U04: signed for on the tablet. */
  readonly deliveredNoticeId: string;
  /** Its problem, which that unit has not answered. */
  readonly unitFindingId: string;
  /** A 催办 to U03 whose term has passed, and a reminder to U04. */
  readonly letters: ReturnType<typeof sendLetters>;
  /** It had been refused, and left there before a witness. */
  readonly voidedNoticeId: string;
  /** Puts a problem on a notice by inspector1's second device, of which the tablet does not know yet. */
  issueElsewhere(findingId: string): Promise<void>;
}

/** Fills a fresh sample office as inspector1 and the supervisor would. */
export async function seedOffice(
  url: string,
  password: string,
  jpegs: readonly Uint8Array<ArrayBuffer>[],
): Promise<SeededOffice> {
  const inspector = await OfficeClient.signIn(url, 'inspector1', password);
  const city = new City(await inspector.pullAll(), inspector.session.accountId);
  const { numberLeases } = await settled(inspector);
  const [first, second, third, fourth] = city.points;
  if (!first || !second || !third || !fourth) throw new Error('the group has too few points');
  const now = Date.now();

  const inspectionId = city.visit(inspector, first, now - 12 * DAY, Number.POSITIVE_INFINITY);
  const openInspectionId = city.visit(inspector, second, now - 3_600_000, 5);
  const record = (point: PointRow, text: string, unitId: string, at: number, shot?: number) => {
    const jpeg = shot === undefined ? undefined : jpegs[shot];
    return city.record(inspector, point, { text, unitId, at, jpeg });
  };
  const overdue = record(first, '人行道地砖破损三处，行人绕行', 'U03', now - 12 * DAY, 0);
  const bins = record(first, '东侧垃圾桶满溢，周边散落垃圾', 'U04', now - 12 * DAY, 1);
  const bikes = record(third, '路口非机动车越线停放五辆', 'U06', now - DAY, 1);
  const ads = record(third, '公益广告画面褪色、边角破损', 'U04', now - 7_200_000, 0);
  const stalls = record(fourth, '门前占道经营两处，消防通道被堵', 'U04', now - 3_600_000);
  const issue = (unitId: string, findingIds: string[], nth: number, at: number) =>
    city.issue(inspector, { unitId, findingIds, lease: numberLeases[nth], at });
  const noticeId = issue('U03', [overdue], 0, now - 12 * DAY);
  const deliveredNoticeId = issue('U04', [bins], 1, now - 2 * DAY);
  const voidedNoticeId = issue('U06', [bikes], 2, now - DAY);
  handOver(inspector, deliveredNoticeId, voidedNoticeId, now);
  await settled(inspector);

  const supervisor = await OfficeClient.signIn(url, 'supervisor', password);
  await supervisor.sync();
  supervisor.does('notice.void', { id: voidedNoticeId, reason: '责任单位有误，重新开具' });
  const owed = (findingId: string, unitId: string, text: string, { name }: PointRow) => {
    return { findingId, unitId, unitName: city.unitName(unitId), text, pointName: name };
  };
  const letters = sendLetters(
    supervisor,
    owed(overdue, 'U03', '人行道地砖破损三处，行人绕行', first),
    owed(bins, 'U04', '东侧垃圾桶满溢，周边散落垃圾', first),
    now,
  );
  await settled(supervisor);
  for (const jpeg of jpegs) await inspector.upload(jpeg);
  return {
    inspectionId,
    openInspectionId,
    openPoint: second.id,
    findingId: overdue,
    pointCode: first.id,
    waiting: { unitId: 'U04', findingIds: [ads, stalls] },
    noticeId,
    letters,
    deliveredNoticeId,
    unitFindingId: bins,
    voidedNoticeId,
    async issueElsewhere(findingId) {
      issue('U04', [findingId], 3, Date.now());
      await settled(inspector);
    },
  };
}

/** One notice is signed for on the tablet, the other refused before a witness. */
function handOver(client: OfficeClient, signed: string, refused: string, now: number): void {
  const one = {
    kind: 'signed',
    receiver: '收件人一',
    duty: '办公室主任',
    signature: SIGNATURE,
  } as const;
  const other = {
    kind: 'refused',
    reason: '负责人不在，无人签收',
    witness: '见证人一',
    witnessDuty: '社区工作者',
    witnessSignature: SIGNATURE,
  } as const;
  client.does('notice.deliver', { id: signed, how: one, at: null, photos: [] }, now - DAY);
  client.does('notice.deliver', { id: refused, how: other, at: null, photos: [] }, now - DAY + 1);
}

/** Pushes what waits; whatever is refused here is a mistake of the one who wrote this. */
export async function settled(client: OfficeClient): Promise<SyncResponse> {
  const answer = await client.sync();
  const refused = answer.results.filter((result) => result.status === 'rejected');
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  return answer;
}

type Pages = readonly SyncResponse['patch']['puts'][];

export class City {
  readonly points: readonly PointRow[];
  readonly #pages: Pages;
  readonly #round: string;
  readonly #team: string;

  constructor(pages: Pages, accountId: string) {
    this.#pages = pages;
    const team = pages
      .flatMap((puts) => puts.team ?? [])
      .find((one) => one.memberIds.includes(accountId));
    if (!team) throw new Error('the inspector walks in no group');
    const own = new Set(team.pointIds);
    this.#team = team.id;
    this.#round = team.roundId;
    this.points = pages.flatMap((puts) => puts.point ?? []).filter((point) => own.has(point.id));
  }

  unitName(id: string): string {
    const units = this.#pages.flatMap((puts) => puts.unit ?? []);
    return units.find((unit) => unit.id === id)?.name ?? id;
  }

  /** Visits a point and answers its first items; finished where all are answered. */
  visit(client: OfficeClient, point: PointRow, at: number, answers: number): string {
    const list = this.#pages
      .flatMap((puts) => puts.checklist ?? [])
      .find((one) => one.category === point.category);
    if (!list) throw new Error(`no checklist for ${point.category}`);
    const id = randomUUID();
    client.does(
      'inspection.start',
      { id, roundId: this.#round, pointId: point.id, checklistId: list.id },
      at,
    );
    for (const [nth, item] of list.items.slice(0, answers).entries()) {
      const verdict = nth % 5 === 3 ? 'unmet' : nth % 4 === 2 ? 'mostly' : 'met';
      const counted = verdict === 'unmet' ? 2 : null;
      const args = {
        id,
        itemId: item.id,
        verdict,
        reason: null,
        count: counted,
        note: '',
      } as const;
      client.does('inspection.answer', args, at + nth * 20_000);
    }
    if (answers >= list.items.length) client.does('inspection.finish', { id }, at + 1_200_000);
    return id;
  }

  record(
    client: OfficeClient,
    point: PointRow,
    problem: {
      readonly text: string;
      readonly unitId: string;
      readonly at: number;
      readonly jpeg: Uint8Array<ArrayBuffer> | undefined;
    },
  ): string {
    const { text, unitId, at, jpeg } = problem;
    const id = randomUUID();
    const place = { lon: point.lon, lat: point.lat, accuracy: 12, at };
    const photos: MutationArgs['finding.record']['photos'] = jpeg
      ? [
          {
            id: randomUUID(),
            sha256: OfficeClient.hash(jpeg),
            bytes: jpeg.byteLength,
            width: 1600,
            height: 1200,
            takenAt: at,
            place,
          },
        ]
      : [];
    client.does(
      'finding.record',
      {
        id,
        roundId: this.#round,
        pointId: point.id,
        inspectionId: null,
        itemId: null,
        place,
        text,
        count: 2,
        unitId,
        deadline: { kind: 'days', days: 3 },
        photos,
      },
      at,
    );
    return id;
  }

  issue(
    client: OfficeClient,
    notice: {
      readonly unitId: string;
      readonly findingIds: string[];
      readonly lease: Lease | undefined;
      readonly at: number;
    },
  ): string {
    const id = randomUUID();
    client.does(
      'notice.issue',
      {
        id,
        roundId: this.#round,
        teamId: this.#team,
        unitId: notice.unitId,
        findingIds: notice.findingIds,
        deadline: { kind: 'days', days: 3 },
        // In the first days of January what is issued here is of last year, and was lent no number.
        number: notice.lease?.year === yearOf(civilDateOf(notice.at)) ? notice.lease : null,
      },
      notice.at,
    );
    return id;
  }
}
