/** What a run leaves behind: RESULTS.md, its figures first, every raw round behind a fold. */
import { type Figure, sayOutcome, sayTarget } from './figures.ts';
import { type Lane, sayLanes } from './race.ts';

/** One measurement: what was done, who ran beside whom, and what became of the targets. */
export interface Section {
  readonly title: string;
  readonly about: string;
  /** Ours first; empty where nothing ran beside it. */
  readonly lanes: readonly Lane[];
  readonly figures: readonly Figure[];
}

export interface Run {
  readonly machine: string;
  readonly date: string;
  readonly command: string;
  readonly rounds: number;
  /** What was left out, and why. */
  readonly missing: readonly string[];
  /** Kept by hand in remarks.md: where the time goes, and what the long runs have said. */
  readonly remarks: string;
}

export function reportOf(sections: readonly Section[], run: Run): string {
  return [
    '# Figures of one run',
    '',
    `Written by \`${run.command}\` on ${run.date}. ${run.machine}.`,
    '',
    `Times differ from machine to machine; the ratios hold, since what is compared is measured in turns in the same run. Medians of ${run.rounds} rounds after a warm-up; servers are processes of their own on loopback, the browser is a real Chromium, headless.`,
    ...run.missing.flatMap((line) => ['', `Left out: ${line}`]),
    '',
    ...sections.flatMap((section) => [sectionOf(section), '']),
    run.remarks,
  ].join('\n');
}

function sectionOf({ title, about, lanes, figures }: Section): string {
  return [
    `## ${title}`,
    '',
    about,
    '',
    ...(lanes.length > 0 ? [sayLanes(lanes), ''] : []),
    '| figure | measured | beside | target | outcome |',
    '| --- | --- | --- | --- | --- |',
    ...figures.map(lineOf),
    '',
    '<details><summary>Raw rounds</summary>',
    '',
    ...lanes.map(
      ({ name, times }) => `- ${name}, ms: ${times.map((ms) => ms.toFixed(1)).join(' · ')}`,
    ),
    ...figures.filter(({ rounds }) => rounds.length > 0).flatMap(rawOf),
    '',
    '</details>',
  ].join('\n');
}

function lineOf({ what, measured, beside, target }: Figure): string {
  return `| ${what} | ${measured} | ${beside} | ${sayTarget(target)} | ${sayOutcome(target)} |`;
}

function rawOf({ what, rounds }: Figure): string[] {
  return [`- ${what}`, ...rounds.map((line) => `  - ${line}`)];
}
