/** Problems that a unit owes an answer to, from one notice or several, as letters list them. */
import { sayDateHour } from '../domain/civil.ts';
import { type NoticeNumber, NUMBER_PENDING, sayNumber } from '../domain/notice-number.ts';
import type { PaperProblem } from './notice-input.ts';
import type { Annex } from './paper.ts';
import { groupByPoint } from './problems.ts';
import { withoutStop } from './punctuation.ts';

export interface OwedProblem extends PaperProblem {
  /** Of the notice that it is on; null while 编号待定. */
  readonly noticeNumber: NoticeNumber | null;
  /** By when it was to be put right, extensions counted in. */
  readonly dueAt: number;
}

/** The list at the end, in the order in which the body names the problems. */
export function owedList(
  problems: readonly OwedProblem[],
  title: string,
): Extract<Annex, { kind: 'problems' }> {
  const rows = groupByPoint(problems).flatMap((group) =>
    group.problems.map((problem) => ({ name: group.name, problem })),
  );
  return {
    kind: 'problems',
    nth: 1,
    title,
    table: {
      columns: [
        { name: '序号', share: 0.08, align: 'center' },
        { name: '点位', share: 0.18, align: 'left' },
        { name: '存在问题', share: 0.3, align: 'left' },
        { name: '督查通知书', share: 0.23, align: 'left' },
        { name: '整改期限', share: 0.21, align: 'left' },
      ],
      rows: rows.map(({ name, problem }, at) => [
        String(at + 1),
        name,
        withoutStop(problem.text),
        problem.noticeNumber ? sayNumber(problem.noticeNumber) : NUMBER_PENDING,
        `${sayDateHour(problem.dueAt)}前`,
      ]),
    },
  };
}
