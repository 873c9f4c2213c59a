import { beforeEach, expect, test } from 'vitest';
import { inventory } from '../support/memory-tx.ts';
import {
  issueArgs,
  MORNING,
  recordArgs,
  type SmallCity,
  smallCity,
  uuid,
} from '../support/rule-city.ts';

let city: SmallCity;
beforeEach(async () => {
  city = smallCity();
  const photo = { bytes: 9, width: 4, height: 3, takenAt: MORNING, place: null };
  await city.does('finding.record', {
    ...recordArgs,
    photos: [31, 32].map((id) => ({
      ...photo,
      id: uuid(id),
      sha256: String(id).padStart(64, '0'),
    })),
  });
});

const photo = (id: number) => city.shelves.photo.get(uuid(id));
const finding = () => city.shelves.finding.get(uuid(10));

test('a photo that cannot arrive is given up, and the history says why', async () => {
  await city.does('photo.forgo', { id: uuid(31), reason: '平板损坏' });
  expect(photo(31)).toMatchObject({ removed: true });
  expect(photo(32)).toMatchObject({ removed: false });
  expect(finding()).toMatchObject({ photoCount: 1, state: 'recorded' });
  expect([...city.shelves.event.values()].at(-1)).toMatchObject({
    subjectId: uuid(10),
    kind: 'amended',
    detail: '放弃一张没有传到的照片：平板损坏',
  });
});

test('it is given up also when a notice carries its finding, which stays on it', async () => {
  await city.does('notice.issue', issueArgs);
  await city.does('photo.forgo', { id: uuid(31), reason: '平板损坏' });
  expect(photo(31)).toMatchObject({ removed: true });
  expect(finding()).toMatchObject({ photoCount: 1, noticeId: uuid(20) });
});

test('given up twice, it is given up once', async () => {
  await city.does('photo.forgo', { id: uuid(31), reason: '平板损坏' });
  const before = inventory(city.shelves);
  await city.does('photo.forgo', { id: uuid(31), reason: '平板损坏' });
  expect(inventory(city.shelves)).toEqual(before);
});

test.each([
  ['photo-missing', uuid(404), false],
  ['photo-arrived', uuid(31), true],
] as const)('%s: nothing is given up', async (reason, id, arrived) => {
  const row = photo(31);
  if (row) city.put('photo', { ...row, arrived });
  const before = inventory(city.shelves);
  expect(await city.does('photo.forgo', { id, reason: '平板损坏' })).toMatchObject({ reason });
  expect(inventory(city.shelves)).toEqual(before);
});
