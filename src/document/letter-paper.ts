/** The paper of a letter out of what was frozen when it was issued, whichever kind it is of. */
import { instantOf } from '../domain/civil.ts';
import type { LetterKind } from '../domain/letter.ts';
import type { NoticeNumber } from '../domain/notice-number.ts';
import { sayLetterPaper } from '../domain/urge.ts';
import { bulletinPaper } from './bulletin-paper.ts';
import type { NoticeInput, OfficeWords } from './notice-input.ts';
import type { OwedProblem } from './owed-problems.ts';
import type { NoticePaper } from './paper.ts';
import { type PromptInput, promptPaper } from './prompt-paper.ts';
import { supervisionPaper } from './supervision-paper.ts';
import { urgePaper } from './urge-paper.ts';

export interface LetterProblemFacts extends OwedProblem {
  readonly noticeIssuedAt: number | null;
  readonly section: 'soon' | 'overdue' | 'returned';
}

export interface LetterFacts extends OfficeWords {
  readonly edition: number;
  readonly unitName: string;
  readonly issuedAt: number;
  readonly dueAt: number | null;
  /** `2026-11` of a 月度提示, else empty. */
  readonly month: string;
  /** The office's own words, which stand in `demand`; empty for the usual ones. */
  readonly demand: string;
  readonly problems: readonly LetterProblemFacts[];
  readonly frequent: PromptInput['frequent'];
  readonly former?:
    | readonly {
        readonly kind: LetterKind;
        readonly number: NoticeNumber | null;
        readonly issuedAt: number;
      }[]
    | undefined;
}

export interface LetterInput {
  readonly kind: LetterKind;
  readonly facts: LetterFacts;
  readonly number: NoticeNumber | null;
  /** True while 编号待定; false without a number is for good. */
  readonly pending: boolean;
  readonly standing: NoticeInput['standing'];
}

export function letterPaper(input: LetterInput): NoticePaper {
  const { kind, facts, number, standing } = input;
  const shared = {
    ...facts,
    number,
    numbered: number !== null || input.pending,
    closing: facts.demand,
    qr: null,
    standing,
    // One without a term of its own asks by the day of its issue; the rule lets none such pass.
    dueAt: facts.dueAt ?? facts.issuedAt,
  };
  switch (kind) {
    case 'remind':
    case 'monthly':
      return promptPaper({ ...shared, ...sectionsOf(facts), monthOf: monthOf(facts) });
    case 'urge':
      return urgePaper(shared);
    case 'supervise':
      return supervisionPaper({ ...shared, notice: noticeOf(facts) });
    case 'bulletin':
      return bulletinPaper({ ...shared, former: formerOf(facts) });
  }
}

function monthOf({ month, issuedAt }: LetterFacts): number {
  return month === '' ? issuedAt : instantOf(`${month}-01`, 0);
}

function sectionsOf({ problems }: LetterFacts) {
  const of = (section: LetterProblemFacts['section']) =>
    problems.filter((problem) => problem.section === section);
  return { dueSoon: of('soon'), overdue: of('overdue'), returned: of('returned') };
}

/** A 督办通知 is about one notice; where problems were extended, the last of their deadlines counts. */
function noticeOf({ problems, issuedAt }: LetterFacts) {
  const [first] = problems;
  return {
    number: first?.noticeNumber ?? null,
    issuedAt: first?.noticeIssuedAt ?? issuedAt,
    dueAt: Math.max(0, ...problems.map(({ dueAt }) => dueAt)),
  };
}

function formerOf({ former = [] }: LetterFacts) {
  return former.map(({ kind, number, issuedAt }) => ({
    name: sayLetterPaper(kind),
    number,
    issuedAt,
  }));
}
