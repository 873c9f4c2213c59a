import { beforeEach, expect, test } from 'vitest';
import { TEMPLATE_EDITION } from '../../src/domain/template-edition.ts';
import { recordNotice } from '../../src/protocol/notice-record.ts';
import { NO_FONTS } from '../../src/protocol/rows/notice-record.ts';
import { memoryTx } from '../support/memory-tx.ts';
import { issueArgs, recordArgs, type SmallCity, smallCity } from '../support/rule-city.ts';

/** The last second of 2023 on the office's clock, and the first of 2024. */
const LAST = Date.parse('2023-12-31T15:59:59Z');
const FIRST = LAST + 1000;

let city: SmallCity;
beforeEach(async () => {
  city = smallCity();
  await city.does('finding.record', recordArgs);
});

/** A paper that bears this date. */
async function paperOf(issuedAt: number) {
  const office = city.shelves.office.get('O1');
  if (!office) throw new Error('the city has no office');
  return recordNotice(memoryTx(city.shelves), {
    edition: TEMPLATE_EDITION,
    fonts: NO_FONTS,
    office,
    roundId: 'R1',
    unitName: '榆林市市城管执法局',
    findingIds: issueArgs.findingIds,
    immediate: true,
    issuedAt,
    dueAt: issuedAt + 86_400_000,
    replaces: null,
    origin: '',
  });
}

const issue = async (at: number, printed: number | null) => {
  const record = printed === null ? null : await paperOf(printed);
  return city.does(
    'notice.issue',
    { ...issueArgs, deadline: { kind: 'immediate' }, record },
    { at },
  );
};

test('a number of another year than that of the deed is refused where no paper says otherwise', async () => {
  expect(await issue(LAST, null)).toEqual({ ok: true });
  city = smallCity();
  await city.does('finding.record', recordArgs);
  expect(await issue(FIRST, null)).toMatchObject({ reason: 'number-other-year' });
});

test('what is printed counts: a paper of the last second keeps its number though the deed is of the next', async () => {
  expect(await issue(FIRST, LAST)).toEqual({ ok: true });
});

test('a paper of the new year bears no number of the old one', async () => {
  expect(await issue(FIRST, FIRST)).toMatchObject({ reason: 'number-other-year' });
});
