/**
 * A script from a seed. Each seed has a weather of its own: some things happen
 * often in it and some never, so that a thousand seeds are not a thousand times
 * the same drizzle.
 */
import type { Step } from '../steps/step.ts';
import { Dice } from '../world/dice.ts';
import type { Plan } from '../world/plan.ts';
import type { Script } from './script.ts';
import type { StepName } from './steps.ts';

/** How often a thing is done on a fair day, against all others. */
const WORK = {
  start: 5,
  answer: 14,
  finish: 4,
  record: 20,
  amend: 10,
  void: 4,
  issue: 16,
  'void-notice': 5,
  'hand-over': 8,
  'correct-hand-over': 3,
  acknowledge: 5,
  'answer-notice': 10,
  judge: 8,
  'ask-for-time': 4,
  'decide-time': 3,
  'set-aside': 5,
  merge: 2,
  letter: 4,
  discard: 3,
  retry: 3,
  spree: 2,
  open: 16,
  wake: 10,
  poke: 2,
  flow: 16,
  pass: 12,
  'hear-answer': 4,
  online: 8,
  'sign-in': 6,
  refresh: 4,
  'storage-roomy': 6,
  'minutes-pass': 4,
  update: 3,
} as const satisfies Partial<Record<StepName, number>>;

const FAULTS = {
  poison: 1,
  close: 3,
  kill: 4,
  'battery-flat': 1,
  worker: 4,
  outdated: 1,
  deliver: 6,
  together: 5,
  'lose-request': 4,
  'refuse-request': 2,
  'cut-request': 3,
  'lose-answer': 5,
  'break-answer': 3,
  'cut-answer': 3,
  'double-request': 4,
  portal: 1,
  offline: 4,
  'dear-line': 1,
  accident: 6,
  restart: 2,
  clock: 3,
  'storage-full': 2,
  'storage-fails': 4,
  'storage-closed': 3,
  'days-pass': 1,
  expire: 2,
  'sign-out': 1,
  'change-hands': 2,
  role: 2,
  'rename-point': 3,
  renumber: 1.5,
  'close-round': 1,
  'open-round': 2,
  'import-lists': 0.6,
  'new-epoch': 1,
} as const satisfies Partial<Record<StepName, number>>;

/** By how much a seed's weather makes a thing more frequent, or keeps it away. */
const WORK_WEATHER = [0.4, 1, 1, 2.5];
const FAULT_WEATHER = [0, 0, 0.5, 1, 3];

const NOVEMBER = Date.parse('2023-11-07T02:00:00Z');
/** The last evening of the year, on the office's clock. */
const YEARS_END = Date.parse('2023-12-31T15:50:00Z');

const FEWEST_STEPS = 50;
const MOST_STEPS = 110;

export function draw(seed: number): Script {
  const dice = new Dice(seed);
  const plan = drawPlan(dice);
  const weights = drawWeather(dice);
  const steps = morning(plan);
  const length = FEWEST_STEPS + dice.below(MOST_STEPS - FEWEST_STEPS);
  let before: Step<StepName> | null = null;
  for (let nth = 0; nth < length; nth += 1) {
    before = drawStep(dice, weights, before);
    steps.push(before);
  }
  return { plan, steps };
}

function drawPlan(dice: Dice): Plan {
  const others = Array.from({ length: 1 + dice.below(3) }, () =>
    dice.pick(['i1', 'i2', 's1', 'u1']),
  );
  return {
    devices: ['i1', ...others],
    isBig: dice.chance(0.15),
    start: dice.chance(0.25) ? YEARS_END : NOVEMBER,
  };
}

function drawWeather(dice: Dice): Readonly<Record<StepName, number>> {
  const under = <N extends string>(weights: Readonly<Record<N, number>>, weather: number[]) => {
    const drawn = { ...weights };
    for (const name of Object.keys(weights)) {
      Reflect.set(drawn, name, Reflect.get(weights, name) * dice.pick(weather));
    }
    return drawn;
  };
  return {
    ...under<keyof typeof WORK>(WORK, WORK_WEATHER),
    ...under<keyof typeof FAULTS>(FAULTS, FAULT_WEATHER),
  };
}

/** Every device is opened and has the city before anything goes wrong. */
function morning({ devices }: Plan): Step<StepName>[] {
  const step = (what: StepName, device: number): Step<StepName> => {
    return { what, device, tab: 0, dice: [0, 0, 0, 0], wait: 100, turns: null };
  };
  return devices.flatMap((_, nth) => [step('open', nth), step('flow', nth)]);
}

function drawStep(
  dice: Dice,
  weights: Readonly<Record<StepName, number>>,
  before: Step<StepName> | null,
): Step<StepName> {
  const inTheMiddle = before !== null && before.turns !== null;
  const throws = [0, 0, 0, 0].map(() => dice.below(1000));
  const [a = 0, b = 0, c = 0, d = 0] = throws;
  return {
    // What is in the middle of something is what is worth killing.
    what: inTheMiddle && dice.chance(0.25) ? dice.pick(ENDS) : dice.weighted(weights),
    device: inTheMiddle && dice.chance(0.7) ? before.device : dice.below(4),
    tab: dice.below(2),
    dice: [a, b, c, d],
    wait: inTheMiddle ? 0 : dice.below(900),
    turns: dice.chance(0.25) ? 1 + dice.below(24) : null,
  };
}

const ENDS = ['kill', 'kill', 'battery-flat', 'storage-closed', 'storage-fails'] as const;
