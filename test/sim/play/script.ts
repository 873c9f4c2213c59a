/** What is played: how the world begins, and what happens to it, step by step. */
import type { Step } from '../steps/step.ts';
import type { Plan } from '../world/plan.ts';
import { STEPS, type StepName } from './steps.ts';

export interface Script {
  readonly plan: Plan;
  readonly steps: readonly Step<StepName>[];
}

/** A script as text, to be kept: the plan first, then a step a line, `record 0/1 12.3.4.5 +250 rest`. */
export function writeScript({ plan, steps }: Script): string[] {
  const { devices, isBig, start } = plan;
  const town = isBig ? 'big' : 'small';
  return [`${devices.join(',')} ${town} ${new Date(start).toISOString()}`, ...steps.map(writeStep)];
}

export function readScript([plan = '', ...steps]: readonly string[]): Script {
  const [devices = '', town, start = ''] = plan.split(' ');
  return {
    plan: { devices: devices.split(','), isBig: town === 'big', start: Date.parse(start) },
    steps: steps.map(readStep),
  };
}

function writeStep({ what, device, tab, dice, wait, turns }: Step<StepName>): string {
  return `${what} ${device}/${tab} ${dice.join('.')} +${wait} ${turns ?? 'rest'}`;
}

function readStep(line: string): Step<StepName> {
  const parts = /^([\w-]+) (\d+)\/(\d+) (\d+)\.(\d+)\.(\d+)\.(\d+) \+(\d+) (\d+|rest)$/.exec(line);
  const [, what = '', device, tab, a, b, c, d, wait, turns] = parts ?? [];
  if (!isStepName(what)) throw new Error(`this is no step: ${line}`);
  return {
    what,
    device: Number(device),
    tab: Number(tab),
    dice: [Number(a), Number(b), Number(c), Number(d)],
    wait: Number(wait),
    turns: turns === 'rest' ? null : Number(turns),
  };
}

function isStepName(name: string): name is StepName {
  return Object.hasOwn(STEPS, name);
}
