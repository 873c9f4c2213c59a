/** Years of inspections in an office's store, put there by hand: by its own tablets it would take hours. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { InspectionRow } from '../../src/protocol/rows/index.ts';
import { SQLITE_FILE } from '../../src/server/store/store.ts';
import { writeCursor } from '../../src/server/sync/cursor.ts';
import type { OfficeServer } from '../e2e/support/office-server.ts';
import type { OfficeClient } from '../support/office-client.ts';
import type { Rows } from './city.ts';

/** An inspection that is under way, with an answer to all items but the last. */
export async function visit(
  client: OfficeClient,
  city: Rows,
): Promise<{ id: string; itemIds: string[] }> {
  const team = city.team?.[0];
  const point = city.point?.find(({ id }) => id === team?.pointIds[0]);
  const list = city.checklist?.find(({ category }) => category === point?.category);
  if (!team || !point || !list) throw new Error('the city has no group with a point');
  const id = randomUUID();
  const { roundId } = team;
  client.does('inspection.start', { id, roundId, pointId: point.id, checklistId: list.id });
  const itemIds = list.items.map((item) => item.id);
  for (const itemId of itemIds.slice(0, -1)) answer(client, id, itemId, 'met');
  await client.sync();
  return { id, itemIds };
}

export function answer(
  client: OfficeClient,
  id: string,
  itemId: string,
  verdict: 'met' | 'mostly',
): void {
  client.does('inspection.answer', { id, itemId, verdict, reason: null, count: null, note: '' });
}

export interface Aged {
  /** Where a tablet stands that has pulled all of it. */
  readonly cursor: string;
  readonly like: InspectionRow;
}

/** Adds so many inspections like the given one, each at a version of its own. */
export function ageOffice(
  server: OfficeServer,
  city: Rows,
  like: InspectionRow,
  count: number,
): Aged {
  const db = new Database(join(server.place.dataDir, SQLITE_FILE));
  try {
    const points = city.point ?? [];
    const template = db
      .prepare<[string], Record<string, unknown>>('SELECT * FROM inspection WHERE id = ?')
      .get(like.id);
    if (!template) throw new Error('the inspection to copy is not there');
    const columns = Object.keys(template).map((name) => `"${name}"`);
    const insert = db.prepare(
      `INSERT INTO inspection (${columns}) VALUES (${columns.map(() => '?')})`,
    );
    const head = db.prepare<[], { head: number; epoch: string }>('SELECT head, epoch FROM office');
    const before = head.get()?.head ?? 0;
    db.transaction(() => {
      for (let nth = 1; nth <= count; nth += 1) {
        const point_id = points[nth % points.length]?.id ?? like.pointId;
        const row = { ...template, id: randomUUID(), version: before + nth, point_id };
        insert.run(Object.values(row));
      }
      db.prepare('UPDATE office SET head = head + ?').run(count);
    })();
    db.pragma('wal_checkpoint(TRUNCATE)');
    const after = head.get();
    return { cursor: writeCursor({ kind: 'office' }, after?.epoch ?? '', after?.head ?? 0), like };
  } finally {
    db.close();
  }
}
