import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import {
  BatchCreate,
  type BatchList,
  type BatchMade,
  ReceiptDecision,
  type ReceiptList,
  type ReceiptReport,
} from '../../protocol/handoff.ts';
import { DeadlineChoice, Id, text } from '../../protocol/rows/shared.ts';
import { only, personOn } from '../auth/guard.ts';
import { BlobStore } from '../blobs/blob-store.ts';
import type { Context } from '../context.ts';
import { XLSX } from '../exports/text-workbook.ts';
import { batchZip } from '../handoff/batch-zip.ts';
import { listBatches, makeBatch, readBatch } from '../handoff/batches.ts';
import { OneAtATime } from '../handoff/one-at-a-time.ts';
import { findReceipt, listReceipts } from '../handoff/receipt-book.ts';
import { receiptSheet } from '../handoff/receipt-sheet.ts';
import {
  decideReceipt,
  previewReceipts,
  type ReceiptFile,
  takeReceipts,
} from '../handoff/receipts.ts';
import { attachment } from '../http/attachment.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { TABLE_LIMIT, tableOf, takeTables } from '../http/table-body.ts';
import { parseReceipts } from '../imports/receipts.ts';
import { sound } from '../imports/sound.ts';

type Named = { Params: { id: string } };

const Asked = z.object({
  name: z.optional(text(200)),
  /** A DeadlineChoice as JSON, for what comes back to a unit whose notice carries it. */
  deadline: z.optional(text(200)),
});

/** 移交: batches out, receipts in. */
export async function handoffRoutes(app: FastifyInstance, context: Context): Promise<void> {
  const { store, officeId } = context;
  const blobs = new BlobStore(context.dataDir);
  const turn = new OneAtATime();

  app.get('/api/handoff/batches', async (request): Promise<BatchList> => {
    personOn(request, 'supervisor', 'admin');
    return { batches: await listBatches(store.db, officeId) };
  });

  app.post('/api/handoff/batches', async (request): Promise<BatchMade> => {
    const person = personOn(request, 'supervisor');
    const { findingIds } = parseBody(BatchCreate, request.body);
    return turn.run(() => makeBatch(context, person, findingIds));
  });

  app.get<Named>('/api/handoff/batches/:id/file.zip', async (request, reply) => {
    personOn(request, 'supervisor', 'admin');
    const { data: id = '' } = Id.safeParse(request.params.id);
    const record = await readBatch(store.db, officeId, id);
    if (!record) throw new Failure('not-found');
    reply.headers(attachment('application/zip', `移交数字城管 ${id}.zip`, `${id}.zip`));
    return reply.send(await batchZip(record, blobs));
  });

  app.get('/api/handoff/receipts', async (request): Promise<ReceiptList> => {
    personOn(request, 'supervisor', 'admin');
    return { receipts: await listReceipts(store.db, officeId) };
  });

  app.get<Named>('/api/handoff/receipts/:id', async (request): Promise<ReceiptReport> => {
    personOn(request, 'supervisor', 'admin');
    return reportOf(request.params.id);
  });

  app.get<Named>('/api/handoff/receipts/:id/report.xlsx', async (request, reply) => {
    personOn(request, 'supervisor', 'admin');
    const report = await reportOf(request.params.id);
    const headers = attachment(XLSX, `对账结果 ${report.fileName}.xlsx`, 'receipts.xlsx');
    return reply.headers(headers).send(await receiptSheet(report));
  });

  app.post<Named>('/api/handoff/receipts/:id/decide', async (request): Promise<ReceiptReport> => {
    const person = personOn(request, 'supervisor');
    const decision = parseBody(ReceiptDecision, request.body);
    return turn.run(() => decideReceipt(context, person, request.params.id, decision));
  });

  await app.register(async (scope) => {
    takeTables(scope);
    const options = { bodyLimit: TABLE_LIMIT, onRequest: only('supervisor') };
    scope.post('/api/handoff/receipts/preview', options, async (request) => {
      const person = personOn(request, 'supervisor');
      return previewReceipts(context, person, await fileOf(request));
    });
    scope.post('/api/handoff/receipts', options, async (request): Promise<ReceiptReport> => {
      const person = personOn(request, 'supervisor');
      const deadline = deadlineOf(request);
      const file = await fileOf(request);
      return turn.run(() => takeReceipts(context, person, file, deadline));
    });
  });

  async function reportOf(id: string): Promise<ReceiptReport> {
    const report = await findReceipt(store.db, officeId, id);
    if (!report) throw new Failure('not-found');
    return report;
  }
}

async function fileOf(request: FastifyRequest): Promise<ReceiptFile> {
  const bytes = tableOf(request);
  const { name = '回执表' } = parseBody(Asked, request.query);
  return { name, bytes, lines: sound(await parseReceipts(bytes)) };
}

function deadlineOf(request: FastifyRequest): z.infer<typeof DeadlineChoice> | null {
  const { deadline } = parseBody(Asked, request.query);
  if (deadline === undefined) return null;
  const parsed = DeadlineChoice.safeParse(parseJson(deadline));
  if (!parsed.success) throw new Failure('bad-request');
  return parsed.data;
}

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    // No JSON at all: the schema says so.
    return null;
  }
}
