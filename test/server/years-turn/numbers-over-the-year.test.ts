/**
 * A hundred thousand issues, or as many as `npm run soak -- --issues 1000000` says, on twenty tablets
 * at a time over a year's turn, under both ways of numbering, with lost tablets, voids, lost and
 * late answers and wrong clocks.
 */
import { expect, test } from 'vitest';
import { civilDateOf, yearOf } from '../../../src/domain/civil.ts';
import { auditYear, countStates } from '../../../src/domain/register.ts';
import { NoticeNumber } from '../../../src/protocol/rows/shared.ts';
import { keyOf } from './field-tablet.ts';
import { winter } from './winter.ts';

const ISSUES = Number(process.env.SOAK_ISSUES ?? 100_000);
const SEED = 11;

test('over a year’s turn no number is given twice and none is unexplained', async () => {
  const { office, papers, wrongs, issued, changes, lost } = await winter(SEED, ISSUES);
  expect(issued).toBe(ISSUES);

  // What was handed over on paper is never refused for a reason of the office's own.
  expect(wrongs).toEqual([]);
  // No number has stood on two papers.
  expect([...papers].filter(([, times]) => times > 1)).toEqual([]);

  const bearers = new Map<string, string>();
  for (const notice of office.notices()) {
    const number = NoticeNumber.parse(JSON.parse(notice.number));
    expect(bearers.has(keyOf(number)), `${keyOf(number)} twice`).toBe(false);
    bearers.set(keyOf(number), `${notice.id} ${notice.state}`);
    if (yearOf(civilDateOf(notice.issuedAt)) !== number.year) {
      throw new Error(`${keyOf(number)} was issued on ${civilDateOf(notice.issuedAt)}`);
    }
  }

  const series = await office.series();
  const told: string[] = [];
  let late = 0;
  for (const year of new Set(series.map((one) => one.year))) {
    const lines = await office.lines(year);
    const own = series.filter((one) => one.year === year);
    for (const audit of auditYear(lines, own)) expect(audit.unexplained).toEqual([]);
    for (const line of lines) {
      const bearer = bearers.get(keyOf(line));
      const said = line.noticeId === '' ? undefined : line.noticeId;
      if (bearer?.split(' ')[0] !== said) throw new Error(`${keyOf(line)} is on ${bearer}`);
      if (bearer && (line.state === 'used') !== bearer.endsWith(' issued')) {
        throw new Error(`${keyOf(line)} is ${line.state}, its notice ${bearer}`);
      }
      bearers.delete(keyOf(line));
    }
    late += lines.filter((line) => line.reason.includes('查明已用')).length;
    const counts = countStates(lines);
    const given = own.reduce((sum, one) => sum + one.next - 1, 0);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(given);
    told.push(`${year}: ${given} = ${JSON.stringify(counts)}`);
  }
  expect([...bearers]).toEqual([]);
  // All that can happen did: else this would prove less than it says.
  expect(Math.min(late, lost, changes)).toBeGreaterThan(0);
  console.info(
    `${issued} issues, ${papers.size} numbered on paper, ${lost} tablets lost, ${changes} changes of settings; ${told.join('; ')}; used after the office had taken it back: ${late}`,
  );
  await office.close();
}, 600_000);
