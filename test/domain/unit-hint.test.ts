import { expect, test } from 'vitest';
import { sayOwnership, unitFromHint } from '../../src/domain/unit-hint.ts';
import { sampleItems, samplePoints, sampleUnits } from '../support/sample-city.ts';

const owners = { streetId: 'S02', territoryId: 'D01', sectorId: 'U03' };
const shortName = (id: string) => sampleUnits.find((unit) => unit.id === id)?.shortName;

test('the sample city has its 39 checklists, 447 items, 433 + 911 points and 68 units', () => {
  expect(new Set(sampleItems.map((item) => item.category)).size).toBe(39);
  expect(sampleItems).toHaveLength(447);
  expect(samplePoints).toHaveLength(433 + 911);
  expect(sampleUnits).toHaveLength(68);
});

test('every item of every point’s checklist suggests a unit that exists', () => {
  const known = new Set(sampleUnits.map((unit) => unit.id));
  const homeless: string[] = [];
  for (const point of samplePoints) {
    for (const item of sampleItems) {
      if (item.category !== point.category) continue;
      const unitId = unitFromHint(item.unitHint, point, sampleUnits);
      if (!known.has(unitId)) homeless.push(`${point.code} ${item.id} → ${unitId}`);
    }
  }
  expect(homeless).toEqual([]);
});

test.each([
  ['城管执法局/街道办', '市城管执法局'],
  ['城管执法局（环卫）', '市城管执法局'],
  ['城管执法局（环卫）', '市城管执法局'],
  ['街道办/城管执法局', '青山路街道'],
  ['物业企业/社区', '青山路街道'],
  ['乡镇/村委会', '青山路街道'],
  ['消防救援支队', '市消防支队'],
  ['公安局/消防救援支队', '市公安局'],
  ['交警支队', '市交警支队'],
  ['宣传部（文明办）/城管执法局', '市委宣传部/文明办'],
  ['学校/教育局', '市教育局'],
  ['公交总公司', '市公交总公司'],
  ['行政审批服务局', '市审批局'],
  ['通信运营商/供电公司', '市工信局/通信运营商'],
  ['营业单位', '市住建局'],
  ['', '市住建局'],
])('“%s” at a point of 市住建局 in 青山路街道 goes to %s', (hint, unit) => {
  expect(shortName(unitFromHint(hint, owners, sampleUnits))).toBe(unit);
});

test('a county is never suggested', () => {
  const counties = new Set(sampleUnits.filter((unit) => unit.kind === 'county').map((u) => u.id));
  expect(counties.has(unitFromHint('横山区', owners, sampleUnits))).toBe(false);
});

test('the choice says how a unit stands to the point', () => {
  expect(['U03', 'S02', 'D01', 'U04'].map((id) => sayOwnership(id, owners))).toEqual([
    '本点位行业主管',
    '本点位所在街道',
    '本点位属地',
    '',
  ]);
});
