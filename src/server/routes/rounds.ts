import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { isCivilDate } from '../../domain/civil.ts';
import {
  type RoundAnswer,
  type RoundList,
  RoundOpen,
  RoundPatch,
  TeamPatch,
} from '../../protocol/admin.ts';
import { Id } from '../../protocol/rows/shared.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import type { Act } from '../history/chain.ts';
import { chainAct } from '../history/chain-act.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { type Changed, changeRound, changeTeam } from '../rounds/change-round.ts';
import { requireInspectors } from '../rounds/inspectors.ts';
import { openRound } from '../rounds/open-round.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';

export function roundRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, rows, pokes, now } = context;

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
    const { accountId } = personOn(request, 'admin');
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
      const detail = { id: opened.round.id, name, starts, ends };
      await chainAct(tx, store, officeId, { name: 'round.open', accountId, at: now(), detail });
      return opened;
    });
    pokes.poke(version);
    reply.code(201);
    return { round, teams };
  });

  const change = async (act: Omit<Act, 'at'>, run: (tx: Db) => Promise<Changed>) => {
    const { round, teams, version } = await store.db.transaction().execute(async (tx) => {
      const changed = await run(tx);
      await chainAct(tx, store, officeId, { ...act, at: now() });
      return changed;
    });
    pokes.poke(version);
    return { round, teams };
  };

  app.patch<{ Params: { id: string } }>(
    '/api/rounds/:id',
    async (request): Promise<z.infer<typeof RoundAnswer>> => {
      const { accountId } = personOn(request, 'admin');
      const { data: id = '' } = Id.safeParse(request.params.id);
      const patch = parseBody(RoundPatch, request.body);
      const act = { name: 'round.change', accountId, detail: { id, ...patch } };
      return change(act, (tx) => changeRound(tx, rows, id, patch));
    },
  );

  app.patch<{ Params: { id: string; teamId: string } }>(
    '/api/rounds/:id/teams/:teamId',
    async (request): Promise<z.infer<typeof RoundAnswer>> => {
      const { accountId } = personOn(request, 'admin');
      const { data: id = '' } = Id.safeParse(request.params.id);
      const patch = parseBody(TeamPatch, request.body);
      const act = {
        name: 'team.change',
        accountId,
        detail: { id: request.params.teamId, ...patch },
      };
      return change(act, (tx) => changeTeam(tx, rows, id, request.params.teamId, patch));
    },
  );
}
