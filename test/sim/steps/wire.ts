/** What the network does to requests and answers, and what the server does in the middle of one. */
import type { Call } from '../world/network.ts';
import { type Accident, survives } from '../world/power.ts';
import type { World } from '../world/world.ts';
import { type Act, choose, deviceOf, type Step } from './step.ts';

/** Round trips that a working network does before it is looked at again. */
const FLOW_TRIPS = 12;
/** Waits for a timer that goes off so soon belong to the work under way. */
const SOON_MS = 2_000;

export const WIRE = {
  /** The network works for a while. */
  async flow(world) {
    let trips = 0;
    while (trips < FLOW_TRIPS && (await flowOnce(world))) trips += 1;
    return trips === 0 ? null : `${trips} round trips go through`;
  },

  /** One request goes and its answer comes. */
  async pass(world, step) {
    const call = choose(world.network.moving, step.dice[0]);
    if (!call) return null;
    await deliver(world, call);
    call.reply();
    return `${nameOf(call)} goes through: ${statusOf(call)}`;
  },

  async deliver(world, step) {
    const call = choose(going(world), step.dice[0]);
    if (!call) return null;
    await deliver(world, call);
    return `${nameOf(call)} arrives: ${statusOf(call)}`;
  },

  /** All tablets ask at once, as after a poke, and are served while others are. */
  async together(world, step) {
    for (const device of world.devices) {
      for (const page of device.tabs) page?.run(() => page.desk?.loop.wake());
    }
    await settle(world);
    const calls = going(world).filter((call) => !call.isPhoto);
    if (calls.length < 2) return null;
    await serve(world, calls, null, step.dice[1] % 10);
    const names = calls.map((call) => `${nameOf(call)}: ${statusOf(call)}`);
    return `together arrive ${names.join(', ')}`;
  },

  'hear-answer'(world, step) {
    const call = choose(coming(world), step.dice[0]);
    if (!call) return null;
    call.reply();
    return `the answer to ${nameOf(call)} is heard`;
  },

  'lose-request': (world, step) =>
    each(going(world), step, (call) => {
      call.stage = 'lost';
      return `${nameOf(call)} is lost`;
    }),

  'refuse-request': (world, step) =>
    each(going(world), step, (call) => {
      call.cut();
      return `${nameOf(call)} finds no server`;
    }),

  /** The server gets half of it. */
  async 'cut-request'(world, step) {
    const call = choose(going(world), step.dice[0]);
    const half = call && halfOf(call, step.dice[1]);
    if (!half) return null;
    world.network.calls.push(half);
    await serve(world, [half]);
    half.stage = 'over';
    call.cut();
    return `${nameOf(call)} is cut half-way: ${statusOf(half)}`;
  },

  'lose-answer': (world, step) =>
    each(coming(world), step, (call) => {
      call.stage = 'lost';
      return `the answer to ${nameOf(call)} is lost`;
    }),

  'break-answer': (world, step) =>
    each(coming(world), step, (call) => {
      call.cut();
      return `the connection of ${nameOf(call)} breaks`;
    }),

  'cut-answer': (world, step) =>
    each(coming(world), step, (call) => {
      const bytes = Math.floor(((call.answer?.body.length ?? 0) * step.dice[1]) / 1000);
      call.reply(bytes);
      return `the answer to ${nameOf(call)} is cut after ${bytes} bytes`;
    }),

  'double-request': (world, step) =>
    each(going(world), step, (call) => {
      world.network.double(call);
      return `${nameOf(call)} is doubled`;
    }),

  /** A wireless network that wants to be signed in to answers in the server's place. */
  portal: (world, step) =>
    each(going(world), step, (call) => {
      const body = Buffer.from('<html>请先登录</html>');
      call.answer = { status: 200, headers: { 'content-type': 'text/html' }, body };
      call.reply();
      return `a portal answers ${nameOf(call)}`;
    }),

  offline(world, step) {
    const device = deviceOf(world, step);
    if (!device.online) return null;
    device.online = false;
    for (const call of world.network.moving) if (call.page?.device === device) call.cut();
    return `${device.name} loses the network`;
  },

  online(world, step) {
    const device = deviceOf(world, step);
    if (device.online) return null;
    device.online = true;
    for (const page of device.pages) page.run(() => page.desk?.loop.wake());
    return `${device.name} has the network back`;
  },

  'dear-line'(world, step) {
    const device = deviceOf(world, step);
    device.isLineDear = !device.isLineDear;
    return `${device.name} is on ${device.isLineDear ? 'mobile data' : 'Wi-Fi'}`;
  },

  /** The server dies at a request, or finds its disk full. */
  async accident(world, step) {
    const call = choose(going(world), step.dice[0]);
    if (!call) return null;
    const accident = accidentOf(step);
    await serve(world, [call], accident);
    const { kind } = accident;
    if (survives(accident)) return `${kind} at ${nameOf(call)}: ${statusOf(call)}`;
    call.cut();
    return `the server is ${kind} by ${nameOf(call)}`;
  },

  async restart(world) {
    await settle(world);
    await world.office.restart();
    for (const call of coming(world)) call.cut();
    return 'the server is restarted';
  },
} satisfies Record<string, Act>;

/** One round trip of a working network, or one wait that the program has asked for. */
export async function flowOnce(world: World): Promise<boolean> {
  await settle(world);
  const [call] = world.network.moving;
  if (call) {
    await deliver(world, call);
    call.reply();
    return true;
  }
  const wait = (world.clock.nextAt ?? Number.POSITIVE_INFINITY) - world.clock.now;
  if (wait > SOON_MS) return false;
  await world.wait(Math.max(0, wait));
  return true;
}

/** Clients rest while the server works, so that files cost no determinism. */
async function settle(world: World): Promise<void> {
  await world.meter.rest();
}

async function deliver(world: World, call: Call): Promise<void> {
  if (call.stage === 'going') await serve(world, [call]);
}

async function serve(
  world: World,
  calls: readonly Call[],
  accident: Accident | null = null,
  apart = 0,
): Promise<void> {
  await settle(world);
  await world.office.serve(calls, accident, apart);
  for (const call of calls) {
    world.network.answered(call);
    if (accident === null && call.answer?.status === 500) world.serverFailed(call);
  }
}

function going(world: World): Call[] {
  return world.network.moving.filter((call) => call.stage === 'going');
}

function coming(world: World): Call[] {
  return world.network.moving.filter((call) => call.stage === 'coming');
}

function each(calls: readonly Call[], step: Step, act: (call: Call) => string): string | null {
  const call = choose(calls, step.dice[0]);
  return call ? act(call) : null;
}

function halfOf(call: Call, die: number): Call | null {
  const { body } = call.letter;
  if (body === null) return null;
  const size = typeof body === 'string' ? body.length : body.size;
  const half = body.slice(0, Math.floor((size * die) / 1000));
  return call.rewritten({ ...call.letter, body: half });
}

const ACCIDENTS = [
  'killed-before',
  'killed-inside',
  'killed-after',
  'disk-full',
  'commit-fails',
] as const;

function accidentOf({ dice }: Step): Accident {
  const nth = dice[2] % 12;
  const kind = choose(ACCIDENTS, dice[1]) ?? 'killed-before';
  return kind === 'killed-inside' || kind === 'disk-full' ? { kind, nth } : { kind };
}

function nameOf({ page, letter }: Call): string {
  const url = letter.url.replace(/[0-9a-f]{32,}/, '…');
  return `${page?.name ?? 'a double of'} ${letter.method} ${url}`;
}

function statusOf({ answer }: Call): string {
  return answer ? String(answer.status) : 'no answer';
}
