/** 送达: on record once, with how, when and by whom; corrected beside what was wrong, never over it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { giverOf } from '../../src/protocol/hand-over.ts';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import { inventory } from '../support/memory-tx.ts';
import {
  INSPECTOR,
  issueArgs,
  MORNING,
  recordArgs,
  type SmallCity,
  SUPERVISOR,
  smallCity,
  uuid,
} from '../support/rule-city.ts';

type Deliver = MutationArgs['notice.deliver'];

const signature = {
  width: 600,
  height: 240,
  strokes: [
    [10, 10, 80, 60],
    [5, 5],
  ],
};
const signed: Deliver = {
  id: uuid(20),
  how: { kind: 'signed', receiver: '李某', duty: '办公室主任', signature },
  at: null,
  photos: [],
};
const refused: Deliver = {
  ...signed,
  how: {
    kind: 'refused',
    reason: '对问题有异议',
    witness: '王某',
    witnessDuty: '社区主任',
    witnessSignature: null,
  },
};
const photo = { id: uuid(40), sha256: 'e'.repeat(64), bytes: 9, width: 4, height: 3 };
const photos = [{ ...photo, takenAt: MORNING, place: null }];
const posted: Deliver = {
  ...signed,
  how: {
    kind: 'otherwise',
    way: 'post',
    receiver: '张某',
    note: '单号 12345',
    photoIds: [uuid(40)],
  },
  photos,
};
const LATER = MORNING + 3_600_000;

let city: SmallCity;
beforeEach(async () => {
  city = smallCity();
  await city.does('finding.record', recordArgs);
  await city.does('notice.issue', issueArgs);
});

const notice = () => city.shelves.notice.get(uuid(20));
const finding = () => city.shelves.finding.get(uuid(10));
const lines = () =>
  [...city.shelves.event.values()].map(({ kind, detail }) => `${kind} ${detail}`).slice(3);
const corrects = (args: Deliver, reason = '收件人写错') => ({ ...args, reason });

describe('a notice that is handed over', () => {
  test('to a receiver who signs is on record with the strokes, and its problems are 已签收', async () => {
    expect(await city.does('notice.deliver', signed, { at: LATER })).toEqual({ ok: true });
    expect(notice()?.delivery).toEqual({
      how: signed.how,
      at: LATER,
      by: INSPECTOR.accountId,
      byName: INSPECTOR.name,
      reason: '',
      earlier: [],
    });
    expect(finding()).toMatchObject({ state: 'acknowledged', noticeId: uuid(20) });
    expect(lines()).toEqual([
      `acknowledged ${sayNumber(issueArgs.number ?? { agency: '', year: 0, seq: 0 })}`,
      'delivered 直接送达，李某（办公室主任）签收',
    ]);
  });

  test('and refused is 留置送达 before a witness, and its problems stay 已交办', async () => {
    await city.does('notice.deliver', refused);
    expect(finding()).toMatchObject({ state: 'assigned' });
    expect(lines()).toEqual(['delivered 留置送达，拒收：对问题有异议；见证人 王某（社区主任）']);
  });

  test('by post has its receipt’s photo, which belongs to no problem', async () => {
    const at = MORNING + 60_000;
    await city.does('notice.deliver', { ...posted, at }, { at: LATER });
    expect(notice()?.delivery).toMatchObject({ at, how: { way: 'post', photoIds: [uuid(40)] } });
    expect(city.shelves.photo.get(uuid(40))).toMatchObject({
      noticeId: uuid(20),
      findingId: '',
      unitId: 'U04',
      arrived: false,
      removed: false,
    });
    expect(finding()).toMatchObject({ state: 'acknowledged', photoCount: 0 });
    expect(lines().at(-1)).toBe('delivered 邮寄送达，张某签收；单号 12345');
  });

  test('while its number is pending is on record all the same', async () => {
    const other = { ...issueArgs, id: uuid(21), findingIds: [uuid(11)], number: null };
    await city.does('finding.record', { ...recordArgs, id: uuid(11) });
    await city.does('notice.issue', other);
    expect(await city.does('notice.deliver', { ...signed, id: uuid(21) })).toEqual({ ok: true });
  });

  test('and voided then keeps how it was handed over, and gives its problems back', async () => {
    await city.does('notice.deliver', signed);
    const { delivery } = notice() ?? {};
    const voided = { id: uuid(20), reason: '单位写错' };
    expect(await city.does('notice.void', voided, { actor: SUPERVISOR })).toEqual({ ok: true });
    expect(notice()).toMatchObject({ state: 'voided', delivery });
    expect(finding()).toMatchObject({ state: 'recorded', noticeId: null });
  });
});

describe('it is refused, and leaves no trace, where', () => {
  const refusal = async (args: unknown, change = {}) => {
    const before = inventory(city.shelves);
    const outcome = await city.says('notice.deliver', args, change);
    expect(inventory(city.shelves)).toEqual(before);
    return outcome;
  };

  test('there is no such notice', async () => {
    expect(await refusal({ ...signed, id: uuid(404) })).toMatchObject({ reason: 'notice-missing' });
  });

  test('it was handed over before, and by whom is said', async () => {
    await city.does('notice.deliver', signed);
    expect(await refusal(refused)).toMatchObject({
      reason: 'notice-delivered',
      detail: '直接送达，李某（办公室主任）签收',
    });
  });

  test('the notice is void', async () => {
    await city.does('notice.void', { id: uuid(20), reason: '写错' }, { actor: SUPERVISOR });
    expect(await refusal(signed)).toMatchObject({ reason: 'notice-voided' });
  });

  test.each([
    ['before it was issued', MORNING - 60_000],
    ['in the future', LATER + 1],
  ])('the receipt says that it was %s', async (_, at) => {
    expect(await refusal({ ...posted, at }, { at: LATER })).toMatchObject({
      reason: 'delivery-time',
    });
  });

  test('its receipt’s photo is of something else, or is not among those that come with it', async () => {
    const taken = { ...recordArgs, id: uuid(12), photos };
    await city.does('finding.record', taken);
    expect(await refusal(posted)).toMatchObject({ reason: 'photo-exists' });
    expect(await refusal({ ...posted, photos: [] })).toMatchObject({ reason: 'malformed' });
    expect(await refusal({ ...signed, photos })).toMatchObject({ reason: 'malformed' });
  });

  test.each([
    ['nothing was written', []],
    ['a stroke ends half-way', [[1, 2, 3]]],
    ['a point lies outside', [[1, 4001]]],
    ['it is no signature by its size', Array.from({ length: 30 }, () => Array(1000).fill(1))],
  ])('the signature cannot be one: %s', async (_, strokes) => {
    const how = { ...signed.how, signature: { ...signature, strokes } };
    expect(await refusal({ ...signed, how })).toMatchObject({ reason: 'malformed' });
  });

  test('whoever asks is no inspector', async () => {
    const unit = { ...INSPECTOR, role: 'unit', unitId: 'U04' } as const;
    expect(await refusal(signed, { actor: unit })).toMatchObject({ reason: 'not-permitted' });
  });
});

describe('更正送达', () => {
  test('stands beside what was wrong, with the reason, and the history says both', async () => {
    await city.does('notice.deliver', signed);
    const { earlier: _, ...before } = notice()?.delivery ?? { earlier: [] };
    const change = { actor: SUPERVISOR, at: LATER };
    expect(await city.does('notice.redeliver', corrects(refused), change)).toEqual({ ok: true });
    expect(notice()?.delivery).toEqual({
      how: refused.how,
      at: LATER,
      by: SUPERVISOR.accountId,
      byName: SUPERVISOR.name,
      reason: '收件人写错',
      earlier: [before],
    });
    expect(finding()).toMatchObject({ state: 'assigned' });
    expect(lines().slice(2)).toEqual([
      'unacknowledged 榆文明督〔2023〕142号 更正送达：收件人写错',
      'delivered 更正：收件人写错；原为直接送达，李某（办公室主任）签收；' +
        '现为留置送达，拒收：对问题有异议；见证人 王某（社区主任）',
    ]);
  });

  test('of a name keeps the time and who handed it over', async () => {
    await city.does('notice.deliver', signed);
    const { at = 0 } = notice()?.delivery ?? {};
    const how = { ...signed.how, receiver: '李某某' };
    const args = { ...corrects({ ...signed, at }), how };
    await city.says('notice.redeliver', args, { actor: SUPERVISOR, at: LATER });
    const { delivery } = notice() ?? {};
    expect(delivery).toMatchObject({ at: MORNING, byName: SUPERVISOR.name });
    expect(delivery && giverOf(delivery).byName).toBe(INSPECTOR.name);
    expect(finding()).toMatchObject({ state: 'acknowledged' });
  });

  test('keeps the photo of the receipt that was wrong', async () => {
    await city.does('notice.deliver', posted);
    await city.does('notice.redeliver', corrects(signed), { actor: SUPERVISOR });
    expect(city.shelves.photo.get(uuid(40))).toMatchObject({ removed: false, noticeId: uuid(20) });
  });

  test('leaves a problem that the unit has answered where it is', async () => {
    await city.does('notice.deliver', signed);
    const row = finding();
    if (row) city.put('finding', { ...row, state: 'replied' });
    await city.does('notice.redeliver', corrects(refused), { actor: SUPERVISOR });
    expect(finding()).toMatchObject({ state: 'replied' });
  });

  test('is for whoever leads alone, and only of a 送达 that there is', async () => {
    expect(
      await city.does('notice.redeliver', corrects(signed), { actor: SUPERVISOR }),
    ).toMatchObject({ reason: 'notice-not-delivered' });
    await city.does('notice.deliver', signed);
    const before = inventory(city.shelves);
    expect(await city.does('notice.redeliver', corrects(refused))).toMatchObject({
      reason: 'not-permitted',
    });
    expect(inventory(city.shelves)).toEqual(before);
  });

  test('at its longest still fits one line of the history', async () => {
    const long = (count: number) => '长'.repeat(count);
    const how = {
      kind: 'refused',
      reason: long(300),
      witness: long(60),
      witnessDuty: long(60),
      witnessSignature: null,
    } as const;
    await city.does('notice.deliver', { ...signed, how });
    const again = corrects({ ...signed, how }, long(200));
    await city.does('notice.redeliver', again, { actor: SUPERVISOR });
    const longest = Math.max(...lines().map(({ length }) => length));
    expect(longest).toBeLessThanOrEqual(1000);
    expect(lines().at(-1)).toContain('长）');
  });
});

test('a receipt’s photo that cannot arrive is given up on the notice’s record', async () => {
  await city.does('notice.deliver', posted);
  await city.does('photo.forgo', { id: uuid(40), reason: '平板损坏' });
  expect(city.shelves.photo.get(uuid(40))).toMatchObject({ removed: true });
  expect([...city.shelves.event.values()].at(-1)).toMatchObject({
    subject: 'notice',
    subjectId: uuid(20),
    unitId: 'U04',
    detail: '放弃一张没有传到的回证照片：平板损坏',
  });
  expect(notice()?.delivery).toMatchObject({ how: { photoIds: [uuid(40)] } });
});
