/** Medians and percentiles, and how a measurement is told. */

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

/** One line of the results: a figure, its aim, and whether it is reached. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly floor: string;
  readonly ratio: string;
  readonly aim: string;
  readonly reached: boolean;
  /** Every round as it came, for whoever doubts the median. */
  readonly rounds: readonly string[];
}

export function sayFigure(figure: Figure): string {
  const { what, measured, floor, ratio, aim, reached } = figure;
  return `${reached ? '✓' : '✗'} ${what}: ${measured} | floor ${floor} | ratio ${ratio} | aim ${aim}`;
}

/** The whole of RESULTS.md. */
export function reportOf(figures: readonly Figure[], machine: string): string {
  const rows = figures.map(
    ({ what, measured, floor, ratio, aim, reached }) =>
      `| ${what} | ${measured} | ${floor} | ${ratio} | ${aim} | ${reached ? 'yes' : 'no'} |`,
  );
  const raw = figures.map(
    ({ what, rounds }) => `### ${what}\n\n${rounds.map((line) => `- ${line}`).join('\n')}`,
  );
  return [
    '# Figures of one run',
    '',
    'Written by `npm run bench`. Times differ from machine to machine; the ratios hold, since a figure and its floor are measured in turns in the same run. Medians of at least five rounds after a warm-up.',
    '',
    `Machine: ${machine}.`,
    '',
    '| what | measured | floor | ratio | aim | reached |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '## Raw rounds',
    '',
    raw.join('\n\n'),
    '',
  ].join('\n');
}
