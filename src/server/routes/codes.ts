import type { FastifyInstance } from 'fastify';
import type { CodeReport, CodeTableAnswer } from '../../protocol/handoff.ts';
import { only, personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { textWorkbook, XLSX } from '../exports/text-workbook.ts';
import { readCodes, readMappings, takeCodes, takeMappings } from '../handoff/code-book.ts';
import {
  MAPPING_COLUMNS,
  type MappingLine,
  mappingLines,
  mappingSources,
} from '../handoff/mapping-list.ts';
import { attachment } from '../http/attachment.ts';
import { TABLE_LIMIT, tableOf, takeTables } from '../http/table-body.ts';
import { parseCityCodes } from '../imports/city-codes.ts';
import { parseMapping } from '../imports/code-mapping.ts';
import { sound } from '../imports/sound.ts';
import { takeVersions } from '../store/office-lock.ts';

/** The city's own code table and the mapping to it. */
export async function codeRoutes(app: FastifyInstance, context: Context): Promise<void> {
  const { store, officeId, rows } = context;

  app.get('/api/handoff/codes', async (request): Promise<CodeTableAnswer> => {
    personOn(request, 'inspector', 'supervisor', 'admin');
    const [codes, mappings] = await Promise.all([
      readCodes(store.db, officeId),
      readMappings(store.db, officeId),
    ]);
    return { codes, mappings };
  });

  app.get('/api/handoff/mapping.tsv', async (request, reply) => {
    personOn(request, 'supervisor', 'admin');
    const lines = await mappingLines(store.db, rows);
    const head = MAPPING_COLUMNS.map(({ name }) => name);
    const text = [head, ...lines.map(cellsOf)]
      .map((cells) => `${cells.map(plain).join('\t')}\n`)
      .join('');
    const type = 'text/tab-separated-values; charset=utf-8';
    return reply.headers(attachment(type, '移交编码对应表.tsv', 'mapping.tsv')).send(text);
  });

  app.get('/api/handoff/mapping.xlsx', async (request, reply) => {
    personOn(request, 'supervisor', 'admin');
    const lines = await mappingLines(store.db, rows);
    const book = await textWorkbook({
      sheet: '移交编码对应表',
      columns: MAPPING_COLUMNS,
      rows: lines.map(cellsOf),
    });
    return reply.headers(attachment(XLSX, '移交编码对应表.xlsx', 'mapping.xlsx')).send(book);
  });

  await app.register(async (scope) => {
    takeTables(scope);
    const options = { bodyLimit: TABLE_LIMIT, onRequest: only('admin') };
    scope.post('/api/import/city-codes', options, async (request): Promise<CodeReport> => {
      const codes = sound(await parseCityCodes(tableOf(request)));
      return store.db.transaction().execute(async (tx) => {
        await takeVersions(tx, officeId, 0);
        return takeCodes(tx, officeId, codes);
      });
    });
    scope.post('/api/import/code-mapping', options, async (request): Promise<CodeReport> => {
      const bytes = tableOf(request);
      return store.db.transaction().execute(async (tx) => {
        await takeVersions(tx, officeId, 0);
        const codes = (await readCodes(tx, officeId)).filter(({ retired }) => !retired);
        const sources = await mappingSources(tx, rows);
        const known = new Set(codes.map(({ code }) => code));
        const mappings = sound(await parseMapping(bytes, { sources, codes: known }));
        return takeMappings(tx, officeId, mappings);
      });
    });
  });
}

function cellsOf(line: MappingLine): string[] {
  return MAPPING_COLUMNS.map(({ cell }) => cell(line));
}

/** A cell of text: what parts the cells can't stand in one. */
function plain(cell: string): string {
  return cell.replace(/[\t\r\n]+/g, ' ');
}
