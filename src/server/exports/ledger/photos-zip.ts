/**
 * The ledger's workbook with the photos of its problems, by the number of the line that each
 * belongs to. One photo is opened after another has been read: none is held in memory.
 */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { ZipFile } from 'yazl';
import { withoutRefused } from '../../../document/file-name.ts';
import { PHOTO_STAGES, type PhotoStage, sayPhotoStage } from '../../../domain/evidence-stage.ts';
import type { BlobStore } from '../../blobs/blob-store.ts';
import type { Context } from '../../context.ts';
import type { Scope } from '../../sync/scope.ts';
import type { ExportRow } from './export-rows.ts';
import { zipBytes } from './xlsx.ts';

export interface PhotosOf {
  readonly workbook: Readable;
  /** The same problems once more, for their photos. */
  readonly chunks: AsyncIterable<readonly ExportRow[]>;
  readonly scope: Scope;
  readonly mtime: Date;
  /** Told of each photo that has been put in. */
  readonly took: () => void;
}

interface Photo {
  readonly finding_id: string;
  readonly sha256: string;
  readonly stage: string;
}

export function photosZip(
  context: Pick<Context, 'store' | 'officeId'>,
  blobs: BlobStore,
  of: PhotosOf,
): Readable {
  const zip = new ZipFile();
  zip.addReadStream(of.workbook, '问题台账.xlsx', { mtime: of.mtime, compress: false });
  addPhotos(context, blobs, zip, of).then(
    () => zip.end(),
    (error: unknown) => zip.emit('error', error),
  );
  return zipBytes(zip, of.workbook);
}

async function addPhotos(
  context: Pick<Context, 'store' | 'officeId'>,
  blobs: BlobStore,
  zip: ZipFile,
  { chunks, scope, mtime, took }: PhotosOf,
): Promise<void> {
  for await (const rows of chunks) {
    const photos = await photosOf(context, scope, rows);
    for (const row of rows) {
      for (const [nth, { sha256, stage }] of (photos.get(row.id) ?? []).entries()) {
        // Deleted by policy, or lost since: the workbook still counts it.
        if ((await blobs.sizeOf(sha256)) === null) continue;
        await opened(zip, `照片/${nameOf(row, stage, nth + 1)}`, mtime, () =>
          createReadStream(blobs.pathOf(sha256)),
        );
        took();
      }
    }
  }
}

/** Resolves once the zip has come to it, so that no more than one waits. */
function opened(zip: ZipFile, name: string, mtime: Date, open: () => Readable): Promise<void> {
  return new Promise((resolve) => {
    zip.addReadStreamLazy(name, { mtime, compress: false }, (give) => {
      give(null, open());
      resolve();
    });
  });
}

async function photosOf(
  { store, officeId }: Pick<Context, 'store' | 'officeId'>,
  scope: Scope,
  rows: readonly ExportRow[],
): Promise<ReadonlyMap<string, readonly Photo[]>> {
  const byFinding = new Map<string, Photo[]>();
  if (rows.length === 0) return byFinding;
  const seen = scope.kind === 'unit' ? sql`and shown_to = ${scope.unitId}` : sql``;
  const found = await sql<Photo>`
    select finding_id, sha256, stage from photo
    where office = ${officeId} and finding_id in (${sql.join(rows.map(({ id }) => id))})
    and arrived = 1 and removed = 0 ${seen} order by taken_at, id`.execute(store.db);
  for (const photo of found.rows) {
    byFinding.set(photo.finding_id, [...(byFinding.get(photo.finding_id) ?? []), photo]);
  }
  return byFinding;
}

/** `0012-YL-0101-整改前-1.jpg` */
function nameOf(row: ExportRow, stage: string, nth: number): string {
  const known: PhotoStage | undefined = PHOTO_STAGES.find((one) => one === stage);
  const said = known === undefined ? '' : sayPhotoStage(known);
  const line = String(row.nth).padStart(5, '0');
  return `${withoutRefused(`${line}-${row.point_id}-${said}-${nth}`)}.jpg`;
}
