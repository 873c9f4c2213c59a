import type { PaperProblem } from './notice-input.ts';
import { chineseNumeral } from './numeral.ts';
import type { Paragraph } from './paper.ts';
import { onPaper, withoutStop } from './punctuation.ts';

export interface PointGroup<P extends PaperProblem = PaperProblem> {
  readonly pointId: string;
  readonly name: string;
  readonly problems: readonly P[];
}

/** Problems by point; points and problems keep the order in which they were recorded. */
export function groupByPoint<P extends PaperProblem>(problems: readonly P[]): PointGroup<P>[] {
  const groups = new Map<string, P[]>();
  for (const problem of [...problems].sort((a, b) => a.recordedAt - b.recordedAt)) {
    const group = groups.get(problem.pointId);
    if (group) group.push(problem);
    else groups.set(problem.pointId, [problem]);
  }
  return [...groups].map(([pointId, found]) => ({
    pointId,
    name: onPaper(found[0]?.pointName ?? ''),
    problems: found,
  }));
}

/**
 * `（一）点名。问题。` where a point has one problem; otherwise the point's name stands
 * by itself and its problems follow as 1., 2., …
 */
export function problemParagraphs(groups: readonly PointGroup[]): Paragraph[] {
  return groups.flatMap((group, nth): Paragraph[] => {
    const name = { text: `（${chineseNumeral(nth + 1)}）${group.name}。`, strong: true } as const;
    const [only, ...more] = group.problems;
    if (only && more.length === 0) {
      return [{ level: 'level2', runs: [name, { text: `${withoutStop(only.text)}。` }] }];
    }
    return [
      { level: 'level2', runs: [name] },
      ...group.problems.map((problem, at): Paragraph => {
        return { level: 'text', runs: [{ text: `${at + 1}.${withoutStop(problem.text)}。` }] };
      }),
    ];
  });
}
