/** Everything that can happen, by name. */
import { DEEDS } from '../steps/deeds.ts';
import { DEVICES } from '../steps/devices.ts';
import { OFFICE } from '../steps/office.ts';
import { PAGES } from '../steps/pages.ts';
import type { Act } from '../steps/step.ts';
import { WIRE } from '../steps/wire.ts';

export const STEPS = { ...DEEDS, ...PAGES, ...WIRE, ...DEVICES, ...OFFICE } satisfies Record<
  string,
  Act
>;

export type StepName = keyof typeof STEPS;
