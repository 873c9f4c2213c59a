import { beforeEach, expect, test } from 'vitest';
import type { PhotoArgs } from '../../src/protocol/mutations/photos.ts';
import { inventory } from '../support/memory-tx.ts';
import {
  issueArgs,
  MORNING,
  recordArgs,
  type SmallCity,
  SUPERVISOR,
  smallCity,
  startArgs,
  uuid,
} from '../support/rule-city.ts';

let city: SmallCity;
beforeEach(() => {
  city = smallCity();
});

const finding = () => city.shelves.finding.get(uuid(10));

const photo = (id: number): PhotoArgs => ({
  id: uuid(id),
  sha256: String(id).padStart(64, '0'),
  bytes: 200_000,
  width: 1600,
  height: 1200,
  takenAt: MORNING,
  place: null,
});

const { id, text, count, unitId, deadline } = recordArgs;
const amendArgs = { id, text, count, unitId, deadline, photos: [] };

test('a finding is recorded with who, when, where, its photos and a line of 经过', async () => {
  const place = { lon: 109.7341, lat: 38.2858, accuracy: 12, at: MORNING };
  await city.does('finding.record', { ...recordArgs, place, photos: [photo(31)] });
  expect(finding()).toMatchObject({
    state: 'recorded',
    teamId: 'T1',
    pointName: 'P1 点位',
    noticeId: null,
    dueAt: null,
    rework: 0,
    photoCount: 1,
    place,
    byName: '督查员一',
    recordedAt: MORNING,
  });
  expect(city.shelves.photo.get(uuid(31))).toMatchObject({
    findingId: uuid(10),
    unitId: 'U04',
    arrived: false,
    removed: false,
  });
  expect([...city.shelves.event.values()]).toMatchObject([
    {
      subject: 'finding',
      subjectId: uuid(10),
      kind: 'recorded',
      detail: '路面有积水',
      at: MORNING,
    },
  ]);
});

test.each([
  ['point-missing', { pointId: 'P404' }],
  ['round-closed', { roundId: 'R404' }],
  ['point-not-in-round', { pointId: 'P9' }],
  ['unit-missing', { unitId: 'U404' }],
  ['inspection-missing', { inspectionId: uuid(1) }],
  ['item-missing', { itemId: 'C01-01' }],
])('a record is refused as %s, and leaves no trace', async (reason, change) => {
  const before = inventory(city.shelves);
  expect(await city.does('finding.record', { ...recordArgs, ...change })).toMatchObject({ reason });
  expect(inventory(city.shelves)).toEqual(before);
});

test('a finding of an inspection belongs to that inspection’s point', async () => {
  await city.does('inspection.start', startArgs);
  const elsewhere = { ...recordArgs, inspectionId: uuid(1), pointId: 'P2' };
  expect(await city.does('finding.record', elsewhere)).toMatchObject({
    reason: 'inspection-missing',
  });
  expect(await city.does('finding.record', { ...recordArgs, inspectionId: uuid(1) })).toEqual({
    ok: true,
  });
});

test('a finding of an inspection belongs to that inspection’s round', async () => {
  await city.does('inspection.start', startArgs);
  city.openSecondRound();
  const elsewhere = { ...recordArgs, inspectionId: uuid(1), roundId: 'R2' };
  expect(await city.does('finding.record', elsewhere)).toMatchObject({
    reason: 'inspection-missing',
  });
  expect(finding()).toBeUndefined();
});

test('a finding answers an item of the edition that its inspection keeps', async () => {
  await city.does('inspection.start', startArgs);
  const later = city.shelves.checklist.get('C01@1');
  const [item] = later?.items ?? [];
  if (later && item) {
    city.put('checklist', {
      ...later,
      id: 'C01@2',
      edition: 2,
      items: [{ ...item, id: 'C01-09' }],
    });
  }
  const of = (itemId: string) => ({ ...recordArgs, inspectionId: uuid(1), itemId });
  for (const itemId of ['C01-09', 'C02-01']) {
    expect(await city.does('finding.record', of(itemId))).toMatchObject({ reason: 'item-missing' });
  }
  expect(finding()).toBeUndefined();
  expect(await city.does('finding.record', of('C01-02'))).toEqual({ ok: true });
});

test('the same record twice is one finding', async () => {
  await city.does('finding.record', recordArgs);
  expect(await city.does('finding.record', recordArgs)).toMatchObject({ reason: 'finding-exists' });
  expect(city.shelves.finding.size).toBe(1);
});

test('a photo belongs to one finding', async () => {
  await city.does('finding.record', { ...recordArgs, photos: [photo(31)] });
  const other = { ...recordArgs, id: uuid(11), photos: [photo(31)] };
  expect(await city.does('finding.record', other)).toMatchObject({ reason: 'photo-exists' });
  expect(city.shelves.photo.get(uuid(31))?.findingId).toBe(uuid(10));
});

test('an amended finding keeps its author, and a photo left out is taken off but kept', async () => {
  await city.does('finding.record', { ...recordArgs, photos: [photo(31), photo(32)] });
  await city.does('finding.amend', {
    ...amendArgs,
    text: '东口路面有积水',
    unitId: 'U03',
    photos: [photo(32), photo(33)],
  });
  expect(finding()).toMatchObject({
    text: '东口路面有积水',
    unitId: 'U03',
    photoCount: 2,
    byName: '督查员一',
    recordedAt: MORNING,
  });
  const photos = [31, 32, 33].map((number) => city.shelves.photo.get(uuid(number)));
  expect(photos.map((row) => [row?.removed, row?.unitId])).toEqual([
    [true, 'U03'],
    [false, 'U03'],
    [false, 'U03'],
  ]);
});

test('amending keeps a photo’s arrival, which only the server may tell', async () => {
  await city.does('finding.record', { ...recordArgs, photos: [photo(31)] });
  const row = city.shelves.photo.get(uuid(31));
  if (row) city.put('photo', { ...row, arrived: true });
  await city.does('finding.amend', { ...amendArgs, photos: [photo(31)] });
  expect(city.shelves.photo.get(uuid(31))?.arrived).toBe(true);
});

test('a finding on a notice cannot be amended', async () => {
  await city.does('finding.record', recordArgs);
  await city.does('notice.issue', issueArgs);
  const before = inventory(city.shelves);
  expect(await city.does('finding.amend', amendArgs)).toMatchObject({
    reason: 'state-changed',
    detail: '“路面有积水”现为已交办（督查员一，11月7日 10:00）',
  });
  expect(inventory(city.shelves)).toEqual(before);
});

test('an amendment and a voiding need their finding; an amendment needs a unit', async () => {
  expect(await city.does('finding.amend', amendArgs)).toMatchObject({ reason: 'finding-missing' });
  expect(
    await city.does('finding.void', { id, reason: '误判' }, { actor: SUPERVISOR }),
  ).toMatchObject({ reason: 'finding-missing' });
  await city.does('finding.record', recordArgs);
  expect(await city.does('finding.amend', { ...amendArgs, unitId: 'U404' })).toMatchObject({
    reason: 'unit-missing',
  });
});

test('a voided finding stays on record, with its reason', async () => {
  await city.does('finding.record', recordArgs);
  await city.does('finding.void', { id, reason: '误判' }, { actor: SUPERVISOR });
  expect(finding()?.state).toBe('voided');
  expect([...city.shelves.event.values()].at(-1)).toMatchObject({ kind: 'voided', detail: '误判' });
});
