/** The server under fifty tablets that push at once, against the bare driver doing the same transaction. */
import { readFile } from 'node:fs/promises';
import type { PointRow } from '../../src/protocol/rows/index.ts';
import type { Stage } from '../e2e/support/stage.ts';
import { OfficeClient } from '../support/office-client.ts';
import { type Figure, median, percentile, round } from './figures.ts';
import { type Pusher, pushFor, TABLETS } from './push-load.ts';

const ROUNDS = 5;
const ROUND_MS = 2_000;
const RSS_AIM_MB = 250;

export interface BareStore {
  /** Pushes for so long (ms); answers how many a second. */
  pushFor(ms: number): number | Promise<number>;
  close(): void | Promise<void>;
}

/** @param env what makes the server use the same kind of store as `bare` */
export async function measurePushes(
  stage: Stage,
  name: string,
  bare: BareStore,
  env: Readonly<Record<string, string>>,
): Promise<Figure[]> {
  try {
    return await measureAgainst(stage, name, bare, env);
  } finally {
    await bare.close();
  }
}

async function measureAgainst(
  stage: Stage,
  name: string,
  bare: BareStore,
  env: Readonly<Record<string, string>>,
): Promise<Figure[]> {
  const server = await stage.launchServer({ env });
  const pushers = await makePushers(server.url, server.password);
  await bare.pushFor(500);
  await pushFor(pushers, 1_000);
  const bares: number[] = [];
  const rates: number[] = [];
  const waits: number[] = [];
  const rounds: string[] = [];
  for (let nth = 1; nth <= ROUNDS; nth += 1) {
    const floor = await bare.pushFor(ROUND_MS);
    const load = await pushFor(pushers, ROUND_MS);
    bares.push(floor);
    rates.push(load.perSecond);
    waits.push(...load.waits);
    rounds.push(`round ${nth}: bare ${round(floor, 0)}/s, server ${round(load.perSecond, 0)}/s`);
  }
  const rss = await residentMb(server.pid);
  await server.stop();
  const ratio = median(rates) / median(bares);
  const p50 = percentile(waits, 0.5);
  const p99 = percentile(waits, 0.99);
  return [
    {
      what: `pushes a second, ${TABLETS} tablets at once, ${name}`,
      measured: `${round(median(rates), 0)}/s`,
      floor: `bare driver ${round(median(bares), 0)}/s`,
      ratio: `${round(ratio, 2)} ×`,
      aim: '≥ 0.4 ×',
      reached: ratio >= 0.4,
      rounds,
    },
    {
      what: `wait for a push’s answer, ${name}`,
      measured: `p99 ${round(p99)} ms`,
      floor: `p50 ${round(p50)} ms`,
      ratio: `${round(p99 / p50, 2)} ×`,
      aim: '≤ 5 ×',
      reached: p99 <= 5 * p50,
      rounds: [`${waits.length} pushes`],
    },
    {
      what: `the server’s memory after that, ${name}`,
      measured: `${round(rss, 0)} MB`,
      floor: '—',
      ratio: '—',
      aim: `≤ ${RSS_AIM_MB} MB`,
      reached: rss <= RSS_AIM_MB,
      rounds: ['resident set of the server’s process'],
    },
  ];
}

/** Each tablet with an inspection of its own, and its first pull behind it. */
async function makePushers(url: string, password: string): Promise<Pusher[]> {
  const first = await OfficeClient.signIn(url, 'inspector1', password);
  const pages = await first.pullAll();
  const points: PointRow[] = pages.flatMap((puts) => puts.point ?? []);
  const lists = new Map(
    pages.flatMap((puts) => puts.checklist ?? []).map((list) => [list.category, list]),
  );
  const round = pages.flatMap((puts) => puts.round ?? [])[0];
  if (!round) throw new Error('the sample city has no round');
  const pushers: Pusher[] = [];
  for (const point of points.slice(0, TABLETS)) {
    const list = lists.get(point.category);
    if (!list) throw new Error(`no checklist for ${point.category}`);
    const client = first.another();
    const id = crypto.randomUUID();
    client.does('inspection.start', {
      id,
      roundId: round.id,
      pointId: point.id,
      checklistId: list.id,
    });
    let done = 0;
    pushers.push({
      client,
      cursor: null,
      next() {
        done += 1;
        client.does('inspection.answer', {
          id,
          itemId: list.items[done % list.items.length]?.id ?? '',
          verdict: done % 5 === 0 ? 'unmet' : 'met',
          reason: null,
          count: null,
          note: '',
        });
      },
    });
  }
  for (const pusher of pushers) {
    let more = true;
    while (more) {
      const answer = await pusher.client.sync(pusher.cursor);
      if (answer.results.some((result) => result.status === 'rejected')) {
        throw new Error(`a push was refused: ${JSON.stringify(answer.results)}`);
      }
      pusher.cursor = answer.cursor;
      more = answer.more;
    }
  }
  return pushers;
}

/** Resident memory of a process; where the system does not tell, the figure says NaN. */
async function residentMb(pid: number): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN;
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes = ''] = /VmRSS:\s+(\d+) kB/.exec(status) ?? [];
  return Number(kilobytes) / 1024;
}
