import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ImportReport } from '../../protocol/admin.ts';
import { only, personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { chainAct } from '../history/chain-act.ts';
import { Failure } from '../http/failure.ts';
import { parseChecklists } from '../imports/checklists.ts';
import { type City, parsePoints } from '../imports/points.ts';
import { sound } from '../imports/sound.ts';
import { takeChecklists, takePoints, takeUnits } from '../imports/take.ts';
import { parseUnits } from '../imports/units.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';

const BODY_LIMIT = 5 * 1024 * 1024;
type Take = (tx: Db, bytes: Buffer) => Promise<ImportReport>;

export async function importRoutes(app: FastifyInstance, context: Context): Promise<void> {
  const { store, officeId, rows, pokes, now } = context;

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'text/tab-separated-values',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, body),
    );
    const route = (name: string, take: Take) => {
      const options = { bodyLimit: BODY_LIMIT, onRequest: only('admin') };
      scope.post(`/api/import/${name}`, options, async (request) => {
        const bytes = bytesOf(request);
        const { report, head } = await store.db.transaction().execute(async (tx) => {
          await takeVersions(tx, officeId, 0);
          const taken = await take(tx, bytes);
          const { accountId } = personOn(request);
          const act = { name: `import.${name}`, accountId, at: now(), detail: taken };
          await chainAct(tx, store, officeId, act);
          return { report: taken, head: (await context.head(tx)).head };
        });
        if (report.added + report.changed > 0) pokes.poke(head);
        return report;
      });
    };
    route('units', async (tx, bytes) => takeUnits(tx, rows, sound(parseUnits(bytes))));
    route('checklists', async (tx, bytes) =>
      takeChecklists(tx, rows, sound(parseChecklists(bytes))),
    );
    route('points', async (tx, bytes) =>
      takePoints(tx, rows, sound(parsePoints(bytes, await cityOf(context, tx)))),
    );
  });
}

function bytesOf(request: FastifyRequest): Buffer {
  if (!Buffer.isBuffer(request.body)) throw new Failure('wrong-type');
  return request.body;
}

async function cityOf({ rows }: Context, tx: Db): Promise<City> {
  const units = await rows.all(tx, 'unit');
  const lists = await rows.all(tx, 'checklist');
  return {
    units: new Set(units.map(({ row }) => row.id)),
    categories: new Set(lists.map(({ row }) => row.category)),
  };
}
