/** The office that is measured: the sample city, or one of many more points. */
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { civilDateOf } from '../../src/domain/civil.ts';
import { AccountList } from '../../src/protocol/admin.ts';
import { Patch, type SyncResponse } from '../../src/protocol/sync.ts';
import type { OfficeServer } from '../e2e/support/office-server.ts';
import type { Stage } from '../e2e/support/stage.ts';
import { OfficeClient } from '../support/office-client.ts';
import { ROOT } from '../support/walls/source-file.ts';

/** The synced rows by table, as they travel. */
export type Rows = SyncResponse['patch']['puts'];

const POINTS = join(ROOT, 'src/server/sample/city/points-key.tsv');
const DAY_MS = 86_400_000;

/** A server whose site holds the bench's pages beside the app itself. */
export async function launchOffice(stage: Stage, pages: string): Promise<OfficeServer> {
  const root = await stage.folder('site');
  const client = join(root, 'dist/client');
  await cp(join(ROOT, 'dist/client'), client, { recursive: true });
  await cp(pages, join(client, 'bench'), { recursive: true });
  const server = await stage.launchServer();
  await server.stop();
  await server.start(root);
  return server;
}

/** Brings the sample city up to so many key points, all of them in a new round of three groups. */
export async function growCity({ url, password }: OfficeServer, points: number): Promise<void> {
  const admin = await OfficeClient.signIn(url, 'admin', password);
  const ask = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${url}${path}`, {
      ...init,
      headers: { ...init.headers, cookie: admin.cookie },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  await ask('/api/import/points', {
    method: 'POST',
    headers: { 'content-type': 'text/tab-separated-values' },
    body: morePoints(points),
  });
  const { accounts } = AccountList.parse(await (await ask('/api/accounts', {})).json());
  const inspectors = accounts.filter(({ role }) => role === 'inspector');
  // The round under way is the one that began last.
  const now = Date.now();
  await ask('/api/rounds', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: '全部点位',
      starts: civilDateOf(now),
      ends: civilDateOf(now + 90 * DAY_MS),
      kind: 'key',
      teams: inspectors.map(({ id, name }) => ({ name: `${name}组`, memberIds: [id] })),
    }),
  });
}

/** As many points as are wanted, the sample's own first, each further one a neighbour of one of them. */
function morePoints(count: number): string {
  const [head = '', ...known] = readFileSync(POINTS, 'utf8').trimEnd().split('\n');
  const lines = Array.from({ length: count }, (_, nth) => {
    const line = known[nth % known.length] ?? '';
    if (nth < known.length) return line;
    const storey = Math.floor(nth / known.length);
    const [code = '', name = '', ...rest] = line.split('\t');
    return [`${code}-${storey}`, `${name}${storey}号院`, ...rest].join('\t');
  });
  return `${[head, ...lines].join('\n')}\n`;
}

/** All that a person's first pull brings. */
export async function pullRows(server: OfficeServer, account: string): Promise<Rows> {
  const client = await OfficeClient.signIn(server.url, account, server.password);
  const pages = await client.pullAll();
  const puts: Record<string, unknown[]> = {};
  for (const [table, rows] of pages.flatMap((page) => Object.entries(page))) {
    puts[table] = [...(puts[table] ?? []), ...(rows ?? [])];
  }
  return Patch.parse({ reset: true, puts, dels: [] }).puts;
}
