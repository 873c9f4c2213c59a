import { describe, expect, test } from 'vitest';
import { chineseNumeral } from '../../src/document/numeral.ts';
import { paginate } from '../../src/document/paginate.ts';
import { onPaper, withoutStop } from '../../src/document/punctuation.ts';
import { sayVisitDays } from '../../src/document/visit-days.ts';
import { instantOf } from '../../src/domain/civil.ts';

test('numerals read as a person says them', () => {
  expect([1, 10, 11, 20, 21, 99, 100, 101, 110, 115, 999].map(chineseNumeral)).toEqual([
    '一',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
    '一百',
    '一百零一',
    '一百一十',
    '一百一十五',
    '九百九十九',
  ]);
});

describe('punctuation', () => {
  test('marks beside Chinese become full-width, those in figures stay', () => {
    expect(onPaper('红山路(金沙路街道段),10:42拍摄;共1,000处')).toBe(
      '红山路（金沙路街道段），10:42拍摄；共1,000处',
    );
    expect(onPaper('农贸(集贸)市场')).toBe('农贸（集贸）市场');
    expect(onPaper('路面破损(约3 m2)')).toBe('路面破损（约3 m2）');
  });

  test('the stop at the end is the paper’s, not the typist’s', () => {
    for (const text of ['破损', '破损。', '破损.', '破损; ', '破损，']) {
      expect(withoutStop(text)).toBe('破损');
    }
  });
});

describe('days of the visits', () => {
  const issued = instantOf('2026-11-23', 16);
  const say = (...dates: string[]) =>
    sayVisitDays(
      dates.map((date) => instantOf(date, 10)),
      issued,
    );

  test('one day, one month, two months, two years', () => {
    expect(say('2026-11-23', '2026-11-23')).toBe('11月23日');
    expect(say('2026-11-07', '2026-11-06')).toBe('11月6日至7日');
    expect(say('2026-10-30', '2026-11-02')).toBe('10月30日至11月2日');
    expect(say('2025-12-30', '2026-01-02')).toBe('2025年12月30日至2026年1月2日');
  });

  test('the office’s day counts, whatever zone the machine is in', () => {
    expect(sayVisitDays([Date.parse('2026-11-05T23:30:00Z')], issued)).toBe('11月6日');
  });
});

describe('pages', () => {
  const block = (height: number, keepWithNext = false) => ({ height, keepWithNext });

  test('every block stands on one page once, in order', () => {
    const pages = paginate([block(40), block(40), block(40), block(90)], 100);
    expect(pages).toEqual([[0, 1], [2], [3]]);
  });

  test('a heading goes with what follows it', () => {
    expect(paginate([block(80), block(10, true), block(30)], 100)).toEqual([[0], [1, 2]]);
  });

  test('what is taller than a page has a page, and nothing gives one empty page', () => {
    expect(paginate([block(150), block(10)], 100)).toEqual([[0], [1]]);
    expect(paginate([], 100)).toEqual([[]]);
  });
});
