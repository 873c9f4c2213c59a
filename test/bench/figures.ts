/** Medians and percentiles, a figure with its target, and how far it is from it. */

/** The value below which a share of the values lies; by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('nothing was measured');
  return (upper + lower) / 2;
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

/** What a figure is held to. */
export interface Target {
  readonly sense: '≤' | '≥';
  readonly limit: number;
  /** `×` for a ratio. */
  readonly unit: '×' | 'ms' | 'MB' | 'KB' | 'bytes';
  readonly value: number;
}

/** One line of the results. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** What it is measured beside; `—` for an absolute one. */
  readonly beside: string;
  readonly target: Target;
  /** Every round as it came, for whoever doubts the median. */
  readonly rounds: readonly string[];
}

export function atMost(limit: number, unit: Target['unit'], value: number): Target {
  return { sense: '≤', limit, unit, value };
}

export function atLeast(limit: number, unit: Target['unit'], value: number): Target {
  return { sense: '≥', limit, unit, value };
}

export function isMet({ sense, limit, value }: Target): boolean {
  return sense === '≤' ? value <= limit : value >= limit;
}

export function sayTarget({ sense, limit, unit }: Target): string {
  return `${sense} ${limit.toLocaleString('en')} ${unit}`;
}

/** `1.31 ×, met with 13 % to spare`, `2.10 ×, missed by 40 %`. */
export function sayOutcome(target: Target): string {
  const { limit, unit, value } = target;
  const digits = unit === '×' ? 2 : 1;
  const reached = `${round(value, digits).toLocaleString('en')} ${unit}`;
  const apart = Math.abs(value / limit - 1) * 100;
  const percent = `${round(apart, apart < 10 ? 1 : 0)} %`;
  return isMet(target)
    ? `${reached}, met with ${percent} to spare`
    : `${reached}, **missed by ${percent}**`;
}

export function sayFigure({ what, measured, beside, target }: Figure): string {
  const outcome = sayOutcome(target).replaceAll('**', '');
  return `${isMet(target) ? '✓' : '✗'} ${what}: ${measured} | beside ${beside} | target ${sayTarget(target)} | ${outcome}`;
}
