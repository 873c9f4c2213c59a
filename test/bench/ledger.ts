/** 台账 of 1,000, 10,000 and 100,000 problems: what a desk waits for, and what an export costs the server. */
import { readFile } from 'node:fs/promises';
import { filterText, type LedgerFilter, NO_FILTER } from '../../src/protocol/ledger.ts';
import type { TeamRow } from '../../src/protocol/rows/index.ts';
import type { OfficeServer } from '../e2e/support/office-server.ts';
import { OfficeClient } from '../support/office-client.ts';
import type { Bench } from './bench.ts';
import { pullRows } from './city.ts';
import { atMost, type Figure, median, round } from './figures.ts';
import { fillOffice } from './ledger-office.ts';
import type { Section } from './report.ts';

const SIZES = [1_000, 10_000, 100_000] as const;
const MB = 1_048_576;

const QUESTIONS: Readonly<Record<string, Partial<LedgerFilter>>> = {
  在办: { state: 'active' },
  超期: { state: 'overdue' },
  二次超期: { state: 'twice' },
  临期: { state: 'soon' },
  待审核: { state: 'review' },
  责任单位: { unitId: 'U04' },
  街道: { streetId: 'U47' },
  类型: { category: 'C01' },
  文号: { number: '142' },
  日期: { dates: 'due', from: '2026-10-01', to: '2026-11-30' },
  催办: { urge: 'supervise' },
  退回: { rework: 'yes' },
  搜索: { search: '人行道' },
  搜索无果: { search: '没有这样的问题' },
  '单位、状态、搜索': { unitId: 'U04', state: 'active', search: '飞线' },
};

const SORTS: Readonly<Record<string, Partial<LedgerFilter>>> = {
  按登记: { sort: 'recorded', dir: 'desc' },
  按期限: { sort: 'due' },
  按点位: { sort: 'point' },
  按文号: { sort: 'number' },
  按状态: { sort: 'state' },
};

interface Measured {
  readonly first: number[];
  readonly filters: Map<string, number[]>;
  readonly sorts: Map<string, number[]>;
  readonly deep: number[];
  readonly groups: number[];
  readonly exports: Map<string, { readonly ms: number; readonly bytes: number }>;
  readonly rest: number;
  readonly peak: number;
}

/** @param env what makes the server use the store that is measured, fresh for each size */
export async function measureLedger(
  { stage, rounds }: Bench,
  name: string,
  env: () => Promise<Readonly<Record<string, string>>>,
): Promise<Section> {
  const measured = new Map<number, Measured>();
  for (const size of SIZES) {
    const server = await stage.launchServer({ env: await env() });
    const desk = await OfficeClient.signIn(server.url, 'supervisor', server.password);
    const field = await OfficeClient.signIn(server.url, 'inspector1', server.password);
    const team = (await pullRows(server, 'inspector1')).team?.find(({ memberIds }) =>
      memberIds.includes(field.session.accountId),
    );
    if (!team) throw new Error('the inspector walks in no group');
    await server.stop();
    const cursor = await fillOffice(server.place, size);
    await server.start();
    measured.set(size, await measureOne(server, { desk, field, team, cursor }, rounds));
    await server.stop();
    console.log(`  ${name}, ${size.toLocaleString('en')}`);
  }
  return sectionOf(name, measured);
}

interface People {
  readonly desk: OfficeClient;
  readonly field: OfficeClient;
  readonly team: TeamRow;
  /** Where the inspector's tablet stands. */
  readonly cursor: string;
}

async function measureOne(server: OfficeServer, people: People, rounds: number): Promise<Measured> {
  const { desk, field, team } = people;
  let { cursor } = people;
  const get = async (path: string) => {
    const began = performance.now();
    const answer = await fetch(`${server.url}${path}`, { headers: { cookie: desk.cookie } });
    const bytes = (await answer.arrayBuffer()).byteLength;
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return { ms: performance.now() - began, bytes };
  };
  // A living office: since the last question something has changed.
  const change = async () => {
    field.does('finding.record', {
      id: crypto.randomUUID(),
      roundId: team.roundId,
      pointId: team.pointIds[0] ?? '',
      inspectionId: null,
      itemId: null,
      place: null,
      text: '新登记的问题',
      count: null,
      unitId: 'U04',
      deadline: { kind: 'days', days: 3 },
      photos: [],
    });
    ({ cursor } = await field.sync(cursor));
  };
  const timed = async (path: string) => {
    await change();
    return (await get(path)).ms;
  };
  const page = (filter: Partial<LedgerFilter>, offset = 0) =>
    `/api/ledger?limit=100&offset=${offset}&${filterText({ ...NO_FILTER, ...filter })}`;
  await get(page({}));
  const first: number[] = [];
  const deep: number[] = [];
  const groups: number[] = [];
  const filters = new Map(Object.keys(QUESTIONS).map((key): [string, number[]] => [key, []]));
  const sorts = new Map(Object.keys(SORTS).map((key): [string, number[]] => [key, []]));
  for (let nth = 0; nth <= rounds; nth += 1) {
    const keep = (into: number[] | undefined, ms: number) => {
      if (nth > 0) into?.push(ms);
    };
    keep(first, await timed(page({})));
    keep(deep, await timed(page({ sort: 'recorded' }, 50_000)));
    keep(groups, await timed('/api/ledger/groups?by=unit'));
    for (const [key, filter] of Object.entries(QUESTIONS)) {
      keep(filters.get(key), await timed(page(filter)));
    }
    for (const [key, filter] of Object.entries(SORTS)) {
      keep(sorts.get(key), await timed(page(filter)));
    }
  }
  const rest = await memoryOf(server.pid, 'VmRSS');
  const exports = new Map<string, { ms: number; bytes: number }>();
  for (const format of ['csv', 'geojson', 'xlsx']) {
    const path = `/api/ledger/file?format=${format}&export=${crypto.randomUUID()}`;
    exports.set(format, await get(path));
  }
  return {
    first,
    filters,
    sorts,
    deep,
    groups,
    exports,
    rest,
    peak: await memoryOf(server.pid, 'VmHWM'),
  };
}

function sectionOf(name: string, measured: ReadonlyMap<number, Measured>): Section {
  const sizes = [...measured.keys()];
  const most = measured.get(sizes.at(-1) ?? 0);
  if (!most) throw new Error('nothing was measured');
  const grown = (of: (one: Measured) => number) =>
    [...measured]
      .slice(0, -1)
      .map(([size, one]) => `${size.toLocaleString('en')}: ${round(of(one))} ms`)
      .join(' · ');
  const figure = (what: string, limit: number, of: (one: Measured) => number): Figure => ({
    what,
    measured: `${round(of(most))} ms`,
    beside: grown(of),
    target: atMost(limit, 'ms', of(most)),
    rounds: [],
  });
  const each = (
    limit: number,
    names: Iterable<string>,
    of: (one: Measured) => Map<string, number[]>,
  ) => [...names].map((key) => figure(key, limit, (one) => median(of(one).get(key) ?? [])));
  return {
    title: `台账 of 100,000 problems, ${name}`,
    about:
      'One page of 100 lines with all counts, over HTTP, each asked after a change, so that nothing is answered from memory; medians. Beside it the same office with fewer problems. Exports are of all problems, once each.',
    lanes: [],
    figures: [
      figure('first page', 300, (one) => median(one.first)),
      ...each(500, most.filters.keys(), (one) => one.filters),
      ...each(500, most.sorts.keys(), (one) => one.sorts),
      figure('row 50,000 by 登记', 500, (one) => median(one.deep)),
      figure('by unit', 500, (one) => median(one.groups)),
      ...[...most.exports].map(([format, { bytes }]) => ({
        ...figure(`export of all, ${format}`, 60_000, (one) => one.exports.get(format)?.ms ?? 0),
        what: `export of all, ${format}, ${round(bytes / MB)} MB`,
      })),
      {
        what: 'the server’s memory over all of it (highest resident set)',
        measured: `${round(most.peak)} MB`,
        beside: `before the exports ${round(most.rest)} MB; ${[...measured]
          .slice(0, -1)
          .map(([size, one]) => `${size.toLocaleString('en')}: ${round(one.peak)} MB`)
          .join(' · ')}`,
        target: atMost(400, 'MB', most.peak),
        rounds: [],
      },
    ],
  };
}

async function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
}
