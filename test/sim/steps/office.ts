/** What the office and its people do besides inspecting: come and go, change roles, change the city. */
import type { Session } from '../../../src/protocol/session.ts';
import { closeSessionsOf } from '../../../src/server/auth/sessions.ts';
import { point, round } from '../../support/small-city.ts';
import type { Device } from '../world/device.ts';
import { manyChecklists, OFFICE_ID, PEOPLE, POINTS, UNITS } from '../world/town.ts';
import type { World } from '../world/world.ts';
import { type Act, choose, deviceOf, tabOf } from './step.ts';

export const OFFICE = {
  /** The session runs out on the server; the device learns of it when it next asks. */
  async expire(world, step) {
    const { accountId, account } = deviceOf(world, step).session;
    await closeSessionsOf(world.office.db, OFFICE_ID, accountId);
    return `the sessions of ${account} have run out`;
  },

  async 'sign-in'(world, step) {
    const device = deviceOf(world, step);
    if (!device.online) return null;
    await signIn(world, device, device.session.accountId);
    return `${device.session.account} signs in on ${device.name} as ${device.session.role}`;
  },

  'sign-out'(world, step) {
    const device = deviceOf(world, step);
    if (device.cookie === null) return null;
    device.cookie = null;
    for (const page of device.tabs) if (page?.desk) world.close(page);
    return `${device.session.account} signs out on ${device.name}`;
  },

  /** Somebody else takes the tablet; another tab may still be open in the first one's name. */
  async 'change-hands'(world, step) {
    const page = tabOf(world, step);
    const device = page?.device;
    const next = choose(PEOPLE, step.dice[0]);
    if (!next || !page || !device?.online || next.accountId === device.session.accountId)
      return null;
    await signIn(world, device, next.accountId);
    const fresh = world.reopen(page, device.session);
    return `${device.name} changes hands: ${fresh.name} opens as ${next.account}`;
  },

  /** The page asks who it serves, and goes on under what the office says. */
  async refresh(world, step) {
    const page = tabOf(world, step);
    if (!page?.desk || !page.device.online || page.device.cookie === null) return null;
    const { device } = page;
    const session = await personNow(world, page.session.accountId);
    if (page.session.role === session.role && page.session.unitId === session.unitId) return null;
    if (device.session.accountId === session.accountId) device.session = session;
    const fresh = world.reopen(page, session);
    return `${page.name} goes on as ${session.role}, and is now ${fresh.name}`;
  },

  async role(world, step) {
    const person = choose(PEOPLE, step.dice[0]);
    if (!person) return null;
    const role = choose(['inspector', 'supervisor', 'unit'] as const, step.dice[1]) ?? 'inspector';
    const unitId = role === 'unit' ? (choose(UNITS, step.dice[2]) ?? null) : null;
    await setRole(world, person.accountId, role, unitId);
    return `${person.account} becomes ${role} ${unitId ?? ''}`;
  },

  /** 号段领用 becomes 统一编号, or the other way about. */
  async renumber(world) {
    const row = world.office.history.all.office.get(OFFICE_ID);
    if (!row) return null;
    const numbering = row.numbering === 'central' ? 'segments' : 'central';
    await world.office.putCity('office', { ...row, numbering });
    return `the office numbers by ${numbering}`;
  },

  async 'rename-point'(world, step) {
    const id = choose(POINTS, step.dice[0]) ?? 'P1';
    await world.office.putCity('point', { ...point(id), name: `点位${step.dice[1]}` });
    return `point ${id} is renamed`;
  },

  async 'close-round'(world) {
    await world.office.putCity('round', { ...round, state: 'closed' });
    return 'the round is closed';
  },

  async 'open-round'(world) {
    await world.office.putCity('round', round);
    return 'the round is open';
  },

  /** So much is new at once that it takes several pages to pull. */
  async 'import-lists'(world) {
    const { checklist } = world.office.history.all;
    const [first = []] = manyChecklists();
    if (first.some((list) => checklist.has(list.id))) return null;
    for (const lists of manyChecklists()) await world.office.putCity('checklist', ...lists);
    return 'many checklists are imported';
  },

  /** Every cursor is worth nothing from now on, as after the store was moved. */
  async 'new-epoch'(world, step) {
    const epoch = `e${step.dice[0]}`;
    await world.office.db.transaction().execute(async (tx) => {
      await tx.updateTable('office').set({ epoch }).execute();
    });
    return `the store's epoch is ${epoch}`;
  },
} satisfies Record<string, Act>;

/** Opens a session, and remembers who it is as the office has them. */
export async function signIn(world: World, device: Device, accountId: string): Promise<void> {
  device.cookie = await world.office.signIn(accountId);
  device.session = await personNow(world, accountId);
}

/** A person as the office has them now. */
async function personNow(world: World, accountId: string): Promise<Session> {
  const known = PEOPLE.find((person) => person.accountId === accountId);
  if (!known) throw new Error('the office has no such person');
  const row = await world.office.db
    .selectFrom('account')
    .select(['role', 'unit_id'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const role = (['inspector', 'supervisor', 'unit', 'admin'] as const).find(
    (one) => one === row.role,
  );
  return { ...known, role: role ?? known.role, unitId: row.unit_id };
}

export async function setRole(
  world: World,
  accountId: string,
  role: Session['role'],
  unitId: string | null,
): Promise<void> {
  await world.office.db
    .updateTable('account')
    .set({ role, unit_id: unitId })
    .where('id', '=', accountId)
    .execute();
}
