/** An office whose notices are being answered: what waits at the desk, and what waits for a visit. */
import { randomUUID } from 'node:crypto';
import { addDays, civilDateOf } from '../../src/domain/civil.ts';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import type { PhotoArgs } from '../../src/protocol/mutations/photos.ts';
import { OfficeClient } from './office-client.ts';
import { City, settled } from './seed-office.ts';

const DAY = 86_400_000;
const UNIT = 'U04';

export interface AnsweredOffice {
  /** Answered with the very photo of before. */
  readonly repliedId: string;
  /** Answered in words alone. */
  readonly wordsId: string;
  readonly acceptedId: string;
  readonly extensionId: string;
  /** Its review has come. */
  readonly shelvedId: string;
  /** Recorded twice at one point, and on no notice. */
  readonly twiceIds: readonly [string, string];
  /** Answered, sent back, answered again. */
  readonly returnedId: string;
  /** Handed off to 数字城管, and filed there. */
  readonly filedId: string;
  readonly noticeId: string;
  /** A further answer of the unit, pushed at once. */
  reply(findingId: string, text: string): Promise<void>;
}

/** Fills a fresh sample office. @param jpegs photos of 1600 × 1200, at least three */
export async function seedAnswers(
  url: string,
  password: string,
  jpegs: readonly Uint8Array<ArrayBuffer>[],
): Promise<AnsweredOffice> {
  const inspector = await OfficeClient.signIn(url, 'inspector1', password);
  const city = new City(await inspector.pullAll(), inspector.session.accountId);
  const [first, second, third] = city.points;
  const [before, other, after] = jpegs;
  if (!first || !second || !third || !before || !other || !after) throw new Error('too little');
  const { numberLeases } = await settled(inspector);
  const now = Date.now();
  const record = (point: typeof first, text: string, jpeg?: typeof before) =>
    city.record(inspector, point, { text, unitId: UNIT, at: now - 9 * DAY, jpeg });
  const repliedId = record(first, '东侧垃圾桶满溢，周边散落垃圾', before);
  const wordsId = record(first, '公厕洗手台漏水，无人维修', other);
  const acceptedId = record(second, '门前占道经营两处，消防通道被堵', other);
  const extensionId = record(second, '沿街立面破损约二十平方米', before);
  const shelvedId = record(third, '老旧管网外露，雨天积水', other);
  const returnedId = record(third, '非机动车乱停放，占用盲道', before);
  const onNotice = [repliedId, wordsId, acceptedId, extensionId, shelvedId, returnedId];
  const noticeId = city.issue(inspector, {
    unitId: UNIT,
    findingIds: onNotice,
    lease: numberLeases[0],
    at: now - 8 * DAY,
  });
  const twiceIds = [
    city.record(inspector, first, {
      text: '井盖缺失，没有围挡',
      unitId: UNIT,
      at: now - DAY,
      jpeg: other,
    }),
    city.record(inspector, first, {
      text: '机动车道上一处井盖丢失',
      unitId: UNIT,
      at: now - DAY + 60_000,
      jpeg: before,
    }),
  ] as const;
  const filedId = record(second, '路灯杆倾斜，灯罩脱落', other);
  await settled(inspector);
  for (const jpeg of [before, other]) await inspector.upload(jpeg);

  const unit = await OfficeClient.signIn(url, 'unit-u04', password);
  await unit.sync();
  const supervisor = await OfficeClient.signIn(url, 'supervisor', password);
  await supervisor.sync();
  const shelf = { reason: '需要立项改造', reviewOn: civilDateOf(now - DAY) };
  supervisor.does('finding.shelve', { id: shelvedId, ...shelf }, now - 6 * DAY);
  const code = { code: 'BJ0201', codeName: '路灯', note: '' };
  const handOff = { id: filedId, handoffId: randomUUID(), ...code };
  supervisor.does('finding.hand-off', handOff, now - 6 * DAY);
  supervisor.does('handoff.send', { id: filedId, batchId: 'YJ-1' }, now - 6 * DAY);
  supervisor.does(
    'handoff.settle',
    {
      id: filedId,
      result: 'filed',
      caseNumber: '610802-1127',
      at: now - 5 * DAY,
      note: '',
      deadline: null,
    },
    now - 5 * DAY,
  );
  await settled(supervisor);

  const reply = (findingId: string, text: string, photo: PhotoArgs | null, at: number) =>
    unit.does(
      'reply.submit',
      { id: randomUUID(), findingId, text, files: [], photo, way: 'account' },
      at,
    );
  const shown = (jpeg: typeof before, at: number, timed = true) => photoOf(jpeg, at, timed);
  reply(returnedId, '已清理', null, now - 5 * DAY);
  await settled(unit);
  supervisor.does(
    'reply.return',
    {
      id: returnedId,
      recheckId: randomUUID(),
      reason: '只有说明，没有整改结果',
      deadline: { kind: 'date', date: civilDateOf(now + 6 * DAY) },
    },
    now - 4 * DAY,
  );
  await settled(supervisor);
  const asked = addDays(civilDateOf(now), 15);
  unit.does(
    'extension.ask',
    { id: randomUUID(), findingId: extensionId, reason: '材料定制需要两周', until: asked },
    now - 2 * DAY,
  );
  reply(repliedId, '已清运，并增加清运频次为每日两次', shown(before, now - DAY, false), now - DAY);
  reply(wordsId, '已通知物业更换龙头，恢复使用', null, now - DAY + 60_000);
  reply(acceptedId, '已劝离并施划禁停线', shown(after, now - 2 * DAY), now - 2 * DAY);
  reply(returnedId, '已施划非机动车停放区，安排专人值守', shown(after, now - DAY), now - DAY);
  await settled(unit);
  await supervisor.upload(after);
  supervisor.does('reply.accept', { id: acceptedId, note: '' }, now - DAY);
  supervisor.does('reply.accept', { id: returnedId, note: '' }, now - DAY / 2);
  await settled(supervisor);
  return {
    repliedId,
    wordsId,
    acceptedId,
    extensionId,
    shelvedId,
    twiceIds,
    returnedId,
    filedId,
    noticeId,
    async reply(findingId, text) {
      reply(findingId, text, null, Date.now());
      await settled(unit);
    },
  };
}

function photoOf(
  jpeg: Uint8Array<ArrayBuffer>,
  takenAt: number,
  timed: boolean,
): NonNullable<MutationArgs['reply.submit']['photo']> {
  const size = { width: 1600, height: 1200, bytes: jpeg.byteLength };
  return {
    id: randomUUID(),
    sha256: OfficeClient.hash(jpeg),
    ...size,
    takenAt,
    timed,
    place: null,
  };
}
