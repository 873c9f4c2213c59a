import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { isCivilDate } from '../../domain/civil.ts';
import { type RoundAnswer, type RoundList, RoundOpen } from '../../protocol/admin.ts';
import { listAccounts } from '../auth/accounts.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { openRound } from '../rounds/open-round.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';

export function roundRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, rows, pokes } = context;

  app.get('/api/rounds', async (request): Promise<z.infer<typeof RoundList>> => {
    personOn(request, 'admin', 'supervisor');
    const rounds = (await rows.all(store.db, 'round')).map(({ row }) => row);
    const teams = (await rows.all(store.db, 'team')).map(({ row }) => row);
    rounds.sort((a, b) => (a.starts < b.starts ? 1 : -1));
    return {
      rounds: rounds.map((round) => ({
        round,
        teams: teams.filter((team) => team.roundId === round.id),
      })),
    };
  });

  app.post('/api/rounds', async (request, reply): Promise<z.infer<typeof RoundAnswer>> => {
    personOn(request, 'admin');
    const wanted = parseBody(RoundOpen, request.body);
    if (!isCivilDate(wanted.starts) || !isCivilDate(wanted.ends) || wanted.ends < wanted.starts) {
      throw new Failure('bad-request', { message: '起止日期不对' });
    }
    const { round, teams, version } = await store.db.transaction().execute(async (tx) => {
      await takeVersions(tx, officeId, 0);
      await requireInspectors(
        tx,
        officeId,
        wanted.teams.flatMap((team) => team.memberIds),
      );
      const { name, starts, ends } = wanted;
      const groups = wanted.teams.map((team) => ({ ...team, id: uuidv7() }));
      const opened = await openRound(tx, rows, { id: uuidv7(), name, starts, ends, teams: groups });
      if (opened.teams.every((team) => team.pointIds.length === 0)) {
        throw new Failure('bad-request', { message: '还没有重点点位，请先导入点位' });
      }
      return opened;
    });
    pokes.poke(version);
    reply.code(201);
    return { round, teams };
  });
}

async function requireInspectors(tx: Db, officeId: string, ids: readonly string[]): Promise<void> {
  const accounts = await listAccounts(tx, officeId);
  const walking = accounts.filter(({ role }) => role === 'inspector' || role === 'supervisor');
  const known = new Set(walking.map((account) => account.id));
  if (ids.every((id) => known.has(id))) return;
  throw new Failure('bad-request', { message: '督查组成员要是督查员或督查负责人的账号' });
}
