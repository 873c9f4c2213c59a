/** How far each problem, notice and letter is on its way: 本机已存, 照片待传, 服务器已入账, 可清理, or 未被接受. */
import type { PhotoRow } from '../../protocol/rows/index.ts';
import { UNSENT } from '../sync/custody.ts';
import { listClearable } from './clearing.ts';
import type { LocalDatabase } from './database.ts';
import { listRefused, subjectOf } from './refused.ts';

/**
 * `device`: not in the office's books. `photos`: its words are, of its photos not all.
 * `clearable`: all is there, and the bytes of its photos may go from this device.
 */
export type ThingStage = 'refused' | 'device' | 'photos' | 'server' | 'clearable';
export type Thing = 'finding' | 'notice' | 'letter';

/** Those alone that are still on their way, by id: few, also where there are thousands of rows. */
export async function stagesOnTheWay(
  db: LocalDatabase,
  table: Thing,
): Promise<ReadonlyMap<string, ThingStage>> {
  const [refused, pending, unsent] = await Promise.all([
    listRefused(db),
    db.base.where('key').startsWith(`${table}/`).toArray(),
    db.blob
      .where('state')
      .anyOf([...UNSENT])
      .primaryKeys(),
  ]);
  const stages = new Map<string, ThingStage>();
  const waiting = await db.photo.where('sha256').anyOf(unsent).toArray();
  for (const photo of waiting) {
    const subject = subjectOfPhoto(table, photo);
    if (!photo.removed && subject !== '') stages.set(subject, 'photos');
  }
  for (const { id } of pending) stages.set(id, 'device');
  for (const { args } of refused) {
    const id = subjectOf(args);
    if (id !== null) stages.set(id, 'refused');
  }
  return stages;
}

function subjectOfPhoto(table: Thing, photo: PhotoRow): string {
  if (table === 'letter') return '';
  return table === 'finding' ? photo.findingId : photo.noticeId;
}

/** One of them, to its end. */
export async function stageOf(db: LocalDatabase, table: Thing, id: string): Promise<ThingStage> {
  const stage = (await stagesOnTheWay(db, table)).get(id);
  // A letter has no photos of its own.
  if (stage || table === 'letter') return stage ?? 'server';
  const [photos, clearable] = await Promise.all([
    db.photo
      .where(table === 'finding' ? 'findingId' : 'noticeId')
      .equals(id)
      .toArray(),
    listClearable(db),
  ]);
  const own = new Set(photos.map(({ sha256 }) => sha256));
  return clearable.some(({ sha256 }) => own.has(sha256)) ? 'clearable' : 'server';
}
