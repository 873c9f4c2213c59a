import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { civilDateOf } from '../../domain/civil.ts';
import { Id } from '../../protocol/rows/shared.ts';
import { Month, type Statement } from '../../protocol/statement.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { statementSheet } from '../exports/statement.ts';
import { XLSX } from '../exports/text-workbook.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { readStatement } from '../ledger/statement.ts';
import { scopeOn } from './ledger.ts';

const Asked = z.object({ unit: Id, month: Month });

/** 对账单: the office reads every unit's, a unit its own. */
export function statementRoutes(app: FastifyInstance, context: Context): void {
  const { store, rows, now } = context;

  async function statementOn(request: FastifyRequest): Promise<Statement> {
    personOn(request);
    const { unit: id, month } = parseBody(Asked, request.query);
    const scope = scopeOn(request);
    if (scope.kind === 'unit' && scope.unitId !== id) throw new Failure('not-permitted');
    if (month > civilDateOf(now()).slice(0, 7)) {
      throw new Failure('bad-request', { message: '这个月还没有到' });
    }
    const unit = await rows.get(store.db, 'unit', id);
    if (!unit) throw new Failure('not-found');
    return readStatement(context, unit.row, month);
  }

  app.get('/api/statements', (request) => statementOn(request));

  app.get('/api/statements.xlsx', async (request, reply) => {
    const statement = await statementOn(request);
    const sheet = await statementSheet(statement);
    const name = encodeURIComponent(`对账单-${statement.unitName}-${statement.month}.xlsx`);
    reply.headers({
      'content-type': XLSX,
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="statement-${statement.unitId}-${statement.month}.xlsx"; filename*=UTF-8''${name}`,
    });
    return reply.send(sheet);
  });
}
