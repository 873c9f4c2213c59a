/** Routes that take a table as a file: XLSX, CSV or TSV, told apart later by its bytes. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { XLSX } from '../exports/text-workbook.ts';
import { Failure } from './failure.ts';

export const TABLE_LIMIT = 5 * 1024 * 1024;
const TYPES = [
  XLSX,
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

/** Of this scope alone. */
export function takeTables(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    TYPES,
    { parseAs: 'buffer', bodyLimit: TABLE_LIMIT },
    (_request, body, done) => done(null, body),
  );
}

export function tableOf(request: FastifyRequest): Buffer {
  if (!Buffer.isBuffer(request.body)) throw new Failure('wrong-type');
  return request.body;
}
