/** A city of three points, for tests: enough for a visit, a problem and a notice. */
import type { RowOf } from '../../src/protocol/rows/index.ts';
import type { Session } from '../../src/protocol/session.ts';

/** 2023年11月7日 10:00 on the office's clock, a Tuesday. */
export const NOON = Date.parse('2023-11-07T02:00:00Z');

export const inspector: Session = {
  accountId: 'account-i1',
  account: 'inspector1',
  name: '督查员一',
  role: 'inspector',
  unitId: null,
  officeId: 'office',
};

export const inspector2: Session = { ...inspector, accountId: 'account-i2', name: '督查员二' };

export const office: RowOf['office'] = {
  id: 'office',
  name: '示例市精神文明创建中心',
  agency: '示文明督',
  contact: '',
  phone: '',
  closeHour: 18,
  tileUrl: null,
  tileAttribution: '',
  numbering: 'segments',
  letterAgency: '榆文明催',
  monthlyAgency: '榆文明提',
  soonDays: 3,
  paperFormat: 'document',
  basis: '按照全国文明城市创建工作安排',
  demand: '整改到位，并举一反三，开展同类问题排查。',
  feedback: '可以书面、文件或者系统反馈。',
  address: '',
  publicKey: '',
  sample: true,
};

export const calendar: RowOf['calendar'] = { id: '2023', holidays: [], workdays: [] };

export const unit: RowOf['unit'] = {
  id: 'U01',
  name: '示例街道办事处',
  shortName: '示例街道',
  kind: 'street',
  duties: '',
};

export const checklist: RowOf['checklist'] = {
  id: 'C01@1',
  category: 'C01',
  name: '社区',
  edition: 1,
  items: ['地面整洁', '车辆有序', '公益广告完好'].map((text, nth) => ({
    id: `C01-${nth + 1}`,
    text,
    method: '看',
    weight: 3,
    bottomLine: false,
    unitHint: '街道办',
    cityCode: '',
  })),
};

export function point(id: string): RowOf['point'] {
  return {
    id,
    name: `示例社区${id}`,
    category: 'C01',
    categoryName: '社区',
    address: '',
    streetId: 'U01',
    territoryId: 'U01',
    sectorId: 'U01',
    lon: 109.7,
    lat: 38.3,
    kind: 'key',
    realName: false,
    initials: 'slsq',
  };
}

export const round: RowOf['round'] = {
  id: 'R1',
  name: '第一轮',
  starts: '2023-11-01',
  ends: '2023-11-30',
  state: 'open',
  ruleSet: '1',
};

export const team: RowOf['team'] = {
  id: 'T1',
  roundId: 'R1',
  name: '一组',
  memberIds: ['account-i1', 'account-i2'],
  pointIds: ['P1', 'P2', 'P3'],
};
