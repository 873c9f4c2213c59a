import { expect, test } from 'vitest';
import { type CityCode, searchCodes, suggestCode } from '../../src/domain/city-code.ts';

function code(name: string, minorName: string, retired = false): CityCode {
  const [kind, majorName] = name.startsWith('BJ')
    ? (['部件', '公用设施'] as const)
    : (['事件', '市容环境'] as const);
  const [major, minor] = [name.slice(2, 4), name.slice(4)];
  return { code: name, kind, major, majorName, minor, minorName, usualOwner: '', retired };
}

const codes = [
  code('SJ0102', '暴露垃圾'),
  code('SJ0505', '机动车乱停放'),
  code('BJ0113', '消防设施'),
  code('BJ0199', '旧部件', true),
];
const item = { id: 'C01-3', cityCode: 'SJ0102' };

test('an item’s own mapping comes before its reference code’s, and that before the code itself', () => {
  const own = { source: 'C01-3', code: 'BJ0113' };
  const family = { source: 'SJ0102', code: 'SJ0505' };
  const suggested = (mappings: (typeof own)[]) => suggestCode(item, { codes, mappings })?.code;
  expect(suggested([family, own])).toBe('BJ0113');
  expect(suggested([family])).toBe('SJ0505');
  expect(suggested([])).toBe('SJ0102');
});

test('a code that the city no longer has is neither suggested nor found', () => {
  const mappings = [{ source: 'C01-3', code: 'BJ0199' }];
  expect(suggestCode({ id: 'C01-3', cityCode: '' }, { codes, mappings })).toBeNull();
  expect(suggestCode({ id: 'C09-1', cityCode: 'SJ9999' }, { codes, mappings })).toBeNull();
  expect(searchCodes(codes, '部件').map((one) => one.code)).toEqual(['BJ0113']);
});

test('a search takes every word, of code or name', () => {
  const found = (typed: string) => searchCodes(codes, typed).map((one) => one.code);
  expect(found('sj01')).toEqual(['SJ0102']);
  expect(found('事件 乱停')).toEqual(['SJ0505']);
  expect(found(' ')).toHaveLength(3);
  expect(found('垃圾 消防')).toEqual([]);
});
