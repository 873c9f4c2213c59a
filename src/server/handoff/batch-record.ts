/**
 * What a batch's file is made of, frozen when it goes out: whatever is amended later, the
 * file is the same again. Positions are WGS84; nobody who recorded a problem is named in it.
 */
import * as z from 'zod/mini';
import type { FindingRow, HandoffRow, PhotoRow } from '../../protocol/rows/index.ts';
import type { Db } from '../store/database.ts';
import type { Rows } from '../store/rows.ts';

export const BATCH_FORMAT = 'xundian-handoff';

const BatchPhoto = z.object({
  /** In the ZIP. */
  file: z.string(),
  sha256: z.string(),
  width: z.int(),
  height: z.int(),
  /** ISO 8601, UTC. */
  takenAt: z.string(),
});

const BatchProblem = z.object({
  nth: z.int(),
  /** The same problem has the same key in every file: a platform takes it once. */
  key: z.string(),
  findingId: z.string(),
  code: z.string(),
  codeName: z.string(),
  text: z.string(),
  count: z.nullable(z.int()),
  pointId: z.string(),
  pointName: z.string(),
  category: z.string(),
  address: z.string(),
  street: z.string(),
  lon: z.nullable(z.number()),
  lat: z.nullable(z.number()),
  /** Where the problem was recorded, or where its point stands. */
  positionOf: z.enum(['problem', 'point', 'none']),
  recordedAt: z.string(),
  note: z.string(),
  photos: z.array(BatchPhoto),
});
export type BatchProblem = z.infer<typeof BatchProblem>;

export const BatchRecord = z.object({
  format: z.literal(BATCH_FORMAT),
  edition: z.literal(1),
  batch: z.string(),
  madeAt: z.string(),
  office: z.string(),
  phone: z.string(),
  crs: z.literal('WGS84'),
  problems: z.array(BatchProblem),
});
export type BatchRecord = z.infer<typeof BatchRecord>;

export interface Going {
  readonly finding: FindingRow;
  readonly handoff: HandoffRow;
}

/** In the order of points and times. */
export async function batchRecord(
  db: Db,
  rows: Rows,
  batch: { readonly id: string; readonly madeAt: number },
  going: readonly Going[],
): Promise<BatchRecord> {
  const office = (await rows.get(db, 'office', rows.officeId))?.row;
  const points = await rows.getMany(db, 'point', [
    ...new Set(going.map(({ finding }) => finding.pointId)),
  ]);
  const byPoint = new Map(points.map(({ row }) => [row.id, row]));
  const units = await rows.getMany(db, 'unit', [...new Set(points.map(({ row }) => row.streetId))]);
  const byUnit = new Map(units.map(({ row }) => [row.id, row.name]));
  const sorted = going.toSorted(
    (a, b) =>
      (a.finding.pointId < b.finding.pointId
        ? -1
        : Number(a.finding.pointId > b.finding.pointId)) ||
      a.finding.recordedAt - b.finding.recordedAt ||
      (a.handoff.id < b.handoff.id ? -1 : 1),
  );
  const problems: BatchProblem[] = [];
  for (const { finding, handoff } of sorted) {
    const nth = problems.length + 1;
    const point = byPoint.get(finding.pointId);
    const photos = (await rows.list(db, 'photo', 'findingId', finding.id)).map(({ row }) => row);
    problems.push({
      nth,
      key: handoff.id,
      findingId: finding.id,
      code: handoff.code,
      codeName: handoff.codeName,
      text: finding.text,
      count: finding.count,
      pointId: finding.pointId,
      pointName: finding.pointName,
      category: point?.categoryName ?? '',
      address: point?.address ?? '',
      street: byUnit.get(point?.streetId ?? '') ?? '',
      ...positionOf(finding, point),
      recordedAt: iso(finding.recordedAt),
      note: handoff.note,
      photos: photos
        .filter(isOfFinding)
        .sort(byTime)
        .map((photo, at) => batchPhoto(photo, nth, at + 1)),
    });
  }
  return {
    format: BATCH_FORMAT,
    edition: 1,
    batch: batch.id,
    madeAt: iso(batch.madeAt),
    office: office?.name ?? '',
    phone: office?.phone ?? '',
    crs: 'WGS84',
    problems,
  };
}

function positionOf(
  { place }: FindingRow,
  point: { readonly lon: number; readonly lat: number } | undefined,
): Pick<BatchProblem, 'lon' | 'lat' | 'positionOf'> {
  if (place) return { lon: place.lon, lat: place.lat, positionOf: 'problem' };
  if (point) return { lon: point.lon, lat: point.lat, positionOf: 'point' };
  return { lon: null, lat: null, positionOf: 'none' };
}

function isOfFinding(photo: PhotoRow): boolean {
  return photo.stage === 'found' && !photo.removed;
}

function byTime(a: PhotoRow, b: PhotoRow): number {
  return a.takenAt - b.takenAt || (a.id < b.id ? -1 : 1);
}

function batchPhoto(photo: PhotoRow, nth: number, at: number): z.infer<typeof BatchPhoto> {
  const number = String(nth).padStart(3, '0');
  return {
    file: `照片/${number}-${at}.jpg`,
    sha256: photo.sha256,
    width: photo.width,
    height: photo.height,
    takenAt: iso(photo.takenAt),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
