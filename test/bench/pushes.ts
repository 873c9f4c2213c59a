/** The server under fifty tablets that push at once, against the bare driver doing the same transaction. */
import { readFile } from 'node:fs/promises';
import type { PointRow } from '../../src/protocol/rows/index.ts';
import type { OfficeServer } from '../e2e/support/office-server.ts';
import { OfficeClient } from '../support/office-client.ts';
import { type Bench, sayWaits } from './bench.ts';
import { atLeast, atMost, median, percentile, round } from './figures.ts';
import { type Pusher, pushFor, TABLETS } from './push-load.ts';
import type { Section } from './report.ts';

const ROUND_MS = 2_000;

export interface BareStore {
  /** Pushes for so long (ms); answers how many a second. */
  pushFor(ms: number): number | Promise<number>;
  close(): void | Promise<void>;
}

/** @param env what makes the server use the same kind of store as `bare` */
export async function measurePushes(
  { stage, rounds }: Bench,
  name: string,
  bare: BareStore,
  env: Readonly<Record<string, string>>,
): Promise<Section> {
  try {
    return await measureAgainst(await stage.launchServer({ env }), rounds, name, bare);
  } finally {
    await bare.close();
  }
}

async function measureAgainst(
  server: OfficeServer,
  rounds: number,
  name: string,
  bare: BareStore,
): Promise<Section> {
  const pushers = await makePushers(server.url, server.password);
  await bare.pushFor(500);
  await pushFor(pushers, 1_000);
  const bares: number[] = [];
  const rates: number[] = [];
  const waits: number[] = [];
  const lines: string[] = [];
  for (let nth = 1; nth <= rounds; nth += 1) {
    const floor = await bare.pushFor(ROUND_MS);
    const load = await pushFor(pushers, ROUND_MS);
    bares.push(floor);
    rates.push(load.perSecond);
    waits.push(...load.waits);
    lines.push(
      `round ${nth}: bare ${round(floor, 0)}/s, server ${round(load.perSecond, 0)}/s, ${sayWaits(load.waits)}`,
    );
  }
  const memory = await residentMb(server.pid);
  await server.stop();
  const p50 = percentile(waits, 0.5);
  const p99 = percentile(waits, 0.99);
  return {
    title: `${TABLETS} tablets pushing at once, ${name}`,
    about: `Each tablet pushes one answer, waits for its receipt and pushes again, for ${ROUND_MS / 1000} s a round, in turns with the bare driver that does the same transaction one at a time on the same kind of store.`,
    lanes: [],
    figures: [
      {
        what: 'pushes a second',
        measured: `${round(median(rates), 0)}/s`,
        beside: `bare driver ${round(median(bares), 0)}/s`,
        target: atLeast(0.4, '×', median(rates) / median(bares)),
        rounds: lines,
      },
      {
        what: 'p99 of the wait for a receipt',
        measured: `${round(p99)} ms`,
        beside: `p50 ${round(p50)} ms`,
        target: atMost(5, '×', p99 / p50),
        rounds: [],
      },
      {
        what: 'the server’s memory under that load (resident set)',
        measured: `${round(memory, 0)} MB`,
        beside: '—',
        target: atMost(250, 'MB', memory),
        rounds: [],
      },
    ],
  };
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
