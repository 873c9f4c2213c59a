/** The smallest city in which every rule can be met and broken: two points walked, one not, three units. */

import type { MutationArgs, MutationName } from '../../src/protocol/mutations/index.ts';
import { runMutation } from '../../src/protocol/mutations/index.ts';
import type { Outcome } from '../../src/protocol/refusals.ts';
import type { RowOf, TableName } from '../../src/protocol/rows/index.ts';
import type { Actor, MutationContext } from '../../src/protocol/tx.ts';
import { YEAR_2023 } from './calendar-2023.ts';
import { MemoryRegister } from './memory-register.ts';
import { emptyShelves, memoryTx, type Shelves } from './memory-tx.ts';

/** Tuesday, 7 November 2023, 10:00 on the office's clock. */
export const MORNING = Date.parse('2023-11-07T02:00:00Z');

export const INSPECTOR: Actor = {
  accountId: 'A1',
  name: '督查员一',
  role: 'inspector',
  unitId: null,
};
export const SUPERVISOR: Actor = {
  accountId: 'A2',
  name: '督查负责人',
  role: 'supervisor',
  unitId: null,
};

/** Answers for U04. */
export const UNIT: Actor = { accountId: 'A3', name: '城管执法局', role: 'unit', unitId: 'U04' };

export function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const startArgs: MutationArgs['inspection.start'] = {
  id: uuid(1),
  roundId: 'R1',
  pointId: 'P1',
  checklistId: 'C01@1',
};

export const answerArgs: MutationArgs['inspection.answer'] = {
  id: uuid(1),
  itemId: 'C01-01',
  verdict: 'unmet',
  reason: null,
  count: 2,
  note: '',
};

export const recordArgs: MutationArgs['finding.record'] = {
  id: uuid(10),
  roundId: 'R1',
  pointId: 'P1',
  inspectionId: null,
  itemId: null,
  place: null,
  text: '路面有积水',
  count: 1,
  unitId: 'U04',
  deadline: { kind: 'days', days: 3 },
  photos: [],
};

export const issueArgs: MutationArgs['notice.issue'] = {
  id: uuid(20),
  roundId: 'R1',
  teamId: 'T1',
  unitId: 'U04',
  findingIds: [uuid(10)],
  deadline: { kind: 'days', days: 3 },
  number: { agency: '榆文明督', year: 2023, seq: 142 },
};

export class SmallCity {
  readonly shelves: Shelves = emptyShelves();
  readonly register = new MemoryRegister();
  #seq = 0;

  put<T extends TableName>(table: T, row: RowOf[T]): void {
    this.shelves[table].set(row.id, row);
  }

  /** R2, in which the group T2 walks the same points. */
  openSecondRound(): void {
    const round = this.shelves.round.get('R1');
    const team = this.shelves.team.get('T1');
    if (!round || !team) throw new Error('the first round is gone');
    this.put('round', { ...round, id: 'R2', name: '2023年第5轮' });
    this.put('team', { ...team, id: 'T2', roundId: 'R2' });
  }

  /** Does a deed as the inspector does it on that morning, but for what is changed. */
  async does<N extends MutationName>(
    name: N,
    args: MutationArgs[N],
    change: Partial<MutationContext> = {},
  ): Promise<Outcome> {
    return this.says(name, args, change);
  }

  /** The same with whatever may come over the wire. */
  async says(
    name: MutationName,
    args: unknown,
    change: Partial<MutationContext> = {},
  ): Promise<Outcome> {
    this.#seq += 1;
    return runMutation(memoryTx(this.shelves), name, args, {
      actor: INSPECTOR,
      clientId: uuid(900),
      seq: this.#seq,
      at: MORNING,
      officeId: 'O1',
      numbers: this.register,
      ...change,
    });
  }
}

export function smallCity(): SmallCity {
  const city = new SmallCity();
  city.put('office', {
    id: 'O1',
    name: '榆林市精神文明创建中心',
    agency: '榆文明督',
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
  });
  const { holidays, workdays } = YEAR_2023;
  city.put('calendar', { id: '2023', holidays: [...holidays], workdays: [...workdays] });
  for (const [id, shortName] of [
    ['U03', '市住建局'],
    ['U04', '市城管执法局'],
  ] as const) {
    city.put('unit', { id, name: `榆林市${shortName}`, shortName, kind: 'sector', duties: '' });
  }
  for (const category of ['C01', 'C02']) city.put('checklist', checklistOf(category));
  for (const id of ['P1', 'P2', 'P9']) city.put('point', pointOf(id));
  city.put('round', {
    id: 'R1',
    name: '2023年第4轮',
    starts: '2023-10-01',
    ends: '2023-12-31',
    state: 'open',
    ruleSet: '1',
  });
  city.put('team', {
    id: 'T1',
    roundId: 'R1',
    name: '第1督查组',
    memberIds: ['A1'],
    pointIds: ['P1', 'P2'],
  });
  return city;
}

function checklistOf(category: string): RowOf['checklist'] {
  const item = (nth: number) => ({
    id: `${category}-0${nth}`,
    text: `第 ${nth} 项`,
    method: '看',
    weight: 3,
    bottomLine: false,
    unitHint: '城管执法局',
    cityCode: '',
  });
  return { id: `${category}@1`, category, name: category, edition: 1, items: [item(1), item(2)] };
}

function pointOf(id: string): RowOf['point'] {
  return {
    id,
    name: `${id} 点位`,
    category: 'C01',
    categoryName: '主干道',
    address: '',
    streetId: 'S01',
    territoryId: 'D01',
    sectorId: 'U03',
    lon: 109.7341,
    lat: 38.2858,
    kind: 'key',
    realName: false,
    initials: '',
  };
}
