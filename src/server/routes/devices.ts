import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import type { DeviceList } from '../../protocol/devices.ts';
import { DeviceReport } from '../../protocol/sync.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { givenUp } from '../rescue/given-up.ts';

export function deviceRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, now, books } = context;

  app.get('/api/devices', async (request): Promise<z.infer<typeof DeviceList>> => {
    personOn(request, 'supervisor', 'admin');
    const rows = await store.db
      .selectFrom('client')
      .innerJoin('account', (join) =>
        join
          .onRef('account.office', '=', 'client.office')
          .onRef('account.id', '=', 'client.account_id'),
      )
      .select((eb) => [
        'client.id',
        'client.account_id',
        'client.last_contact',
        'client.report',
        'account.name',
        eb
          .selectFrom('number_register')
          .select((count) => count.fn.countAll<number>().as('n'))
          .whereRef('number_register.office', '=', 'client.office')
          .whereRef('number_register.client', '=', 'client.id')
          .where('number_register.state', '=', 'leased')
          .as('leased'),
        eb
          .selectFrom('device_client')
          .select((lost) => lost.fn.max('lost_at').as('at'))
          .whereRef('device_client.office', '=', 'client.office')
          .whereRef('device_client.client', '=', 'client.id')
          .as('lost_at'),
        eb
          .selectFrom('parcel_run')
          .select((run) => run.fn.max('at').as('at'))
          .whereRef('parcel_run.office', '=', 'client.office')
          .whereRef('parcel_run.client', '=', 'client.id')
          .as('parcel_at'),
      ])
      .where('client.office', '=', officeId)
      .orderBy('client.last_contact', 'desc')
      .execute();
    const gaveUp = await givenUp(store.db, books);
    const devices = rows.map((row) => ({
      clientId: row.id,
      accountId: row.account_id,
      accountName: row.name,
      lastContact: row.last_contact,
      report: DeviceReport.parse(JSON.parse(row.report)),
      leased: row.leased ?? 0,
      lostAt: row.lost_at,
      parcelAt: row.parcel_at,
      givenUp: gaveUp.get(row.id) ?? [],
    }));
    return { devices, serverTime: now() };
  });
}
