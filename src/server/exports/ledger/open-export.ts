/** One export of the ledger from question to bytes: the filter and the scope that the person has. */
import { Readable } from 'node:stream';
import type { LedgerFilter, LedgerFormat } from '../../../protocol/ledger.ts';
import { BlobStore } from '../../blobs/blob-store.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../http/failure.ts';
import type { Scope } from '../../sync/scope.ts';
import { csvOf } from './csv.ts';
import type { Reporter } from './export-jobs.ts';
import { type ExportRow, exportRows } from './export-rows.ts';
import { geoJsonOf } from './geojson.ts';
import { photosZip } from './photos-zip.ts';
import { MOST_ROWS, workbookOf } from './xlsx.ts';

export const CONTENT_TYPES: Readonly<Record<LedgerFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  zip: 'application/zip',
};

export interface ExportAsked {
  readonly format: LedgerFormat;
  readonly scope: Scope;
  readonly filter: LedgerFilter;
}

/** @param begin makes the reporter once it is known how many problems there are */
export async function openExport(
  context: Pick<Context, 'store' | 'officeId' | 'ledger' | 'dataDir' | 'now'>,
  { format, scope, filter }: ExportAsked,
  begin: (total: number) => Reporter,
): Promise<Readable> {
  const { ledger, dataDir, now } = context;
  const ids = await ledger.allIds(scope, filter);
  if (format !== 'csv' && format !== 'geojson' && ids.length >= MOST_ROWS) {
    throw new Failure('too-large', { message: '问题太多，一张表放不下，请缩小范围或导出 CSV' });
  }
  const names = await ledger.names.now();
  const of = { ids, scope, names, reckoning: await ledger.reckoning() };
  const report = begin(ids.length);
  const told = telling(exportRows(context, of), report);
  const mtime = new Date(now());
  const bytes = bytesOf();
  report.stopWith(() => bytes.destroy());
  bytes.on('data', (piece: Buffer | string) => report.bytes(Buffer.byteLength(piece)));
  bytes.on('end', () => report.ended('done'));
  // The person has gone, the store has failed, or it was cancelled.
  bytes.on('close', () => report.ended('failed'));
  return bytes.pause();

  function bytesOf(): Readable {
    switch (format) {
      case 'xlsx':
        return workbookOf(told, mtime);
      case 'csv':
        return Readable.from(csvOf(told), { objectMode: false });
      case 'geojson':
        return Readable.from(geoJsonOf(told), { objectMode: false });
      case 'zip':
        return photosZip(context, new BlobStore(dataDir), {
          workbook: workbookOf(told, mtime),
          chunks: exportRows(context, of),
          scope,
          mtime,
          took: () => report.photo(),
        });
    }
  }
}

async function* telling(
  chunks: AsyncIterable<ExportRow[]>,
  report: Reporter,
): AsyncGenerator<ExportRow[]> {
  for await (const rows of chunks) {
    yield rows;
    report.rows(rows.length);
  }
}
