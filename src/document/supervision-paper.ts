/** 督办通知: once a notice's problems are overdue. It sets a last term; it never lists new problems. */
import { civilDateOf, sayDate, sayDateHour } from '../domain/civil.ts';
import type { NoticeNumber } from '../domain/notice-number.ts';
import { sayNumber } from '../domain/notice-number.ts';
import { problemList } from './annexes.ts';
import { ofEdition } from './edition.ts';
import { markOf } from './mark.ts';
import type { NoticeInput, OfficeWords, PaperProblem } from './notice-input.ts';
import type { NoticePaper, Paragraph } from './paper.ts';
import { groupByPoint, problemParagraphs } from './problems.ts';
import { onPaper } from './punctuation.ts';
import { qrOf } from './qr.ts';
import { blankReceipt } from './receipt.ts';
import {
  addressee,
  clause,
  letterNumberOf,
  paragraph,
  reachOf,
  sentence,
  weOf,
} from './wording.ts';

export interface SupervisionInput extends OfficeWords {
  readonly edition: number;
  readonly unitName: string;
  /** Of the 督办通知 itself; null while 编号待定. */
  readonly number: NoticeNumber | null;
  /** False where the office doesn't number its letters. */
  readonly numbered?: boolean;
  /** The notice that was not answered in time. */
  readonly notice: {
    readonly number: NoticeNumber | null;
    readonly issuedAt: number;
    readonly dueAt: number;
  };
  /** Those of its problems that are overdue. */
  readonly problems: readonly PaperProblem[];
  readonly issuedAt: number;
  /** The last term. */
  readonly dueAt: number;
  /** A sentence that the office adds to what it asks for. */
  readonly closing?: string;
  readonly qr: string | null;
  readonly standing: NoticeInput['standing'];
}

const EDITIONS: ReadonlyMap<number, (input: SupervisionInput) => NoticePaper> = new Map([
  [1, firstEdition],
]);

export function supervisionPaper(input: SupervisionInput): NoticePaper {
  return ofEdition(EDITIONS, input.edition)(input);
}

function firstEdition(input: SupervisionInput): NoticePaper {
  const groups = groupByPoint(input.problems);
  const list = problemList(groups);
  const title = ['关于限期整改', '逾期未办结问题的督办通知'];
  const { numbered = true } = input;
  const number = letterNumberOf({ number: input.number, numbered });
  const unitName = onPaper(input.unitName);
  return {
    edition: input.edition,
    kind: 'supervision',
    format: input.format,
    heading: onPaper(input.officeName),
    number,
    numbered: input.number !== null,
    title,
    body: [
      addressee(unitName),
      paragraph('text', historyOf(input)),
      paragraph('level1', '一、逾期问题'),
      ...problemParagraphs(groups),
      paragraph('level1', '二、督办要求'),
      demandOf(input),
      paragraph('level1', '三、逾期责任'),
      paragraph('text', consequenceOf(input)),
    ],
    enclosures: ['逾期问题清单'],
    signature: onPaper(input.officeName),
    date: sayDate(civilDateOf(input.issuedAt)),
    qr: qrOf(input.qr),
    annexes: [{ ...list, nth: 1, title: '逾期问题清单' }],
    receipt: blankReceipt({ title: title.join(''), number, unitName }),
    mark: markOf(input.standing, '本督办通知'),
  };
}

function historyOf(input: SupervisionInput): string {
  const { notice } = input;
  const which = notice.number ? `（${sayNumber(notice.number)}）` : '';
  return (
    `${clause(input.basis)}${weOf(input.officeName)}于${sayDate(civilDateOf(notice.issuedAt))}` +
    `向你单位签发督查通知书${which}，要求于${sayDateHour(notice.dueAt)}前整改到位。` +
    `截至${sayDate(civilDateOf(input.issuedAt))}，仍有${input.problems.length}个问题逾期未反馈整改情况。` +
    '现予督办，有关事项通知如下：'
  );
}

function demandOf(input: SupervisionInput): Paragraph {
  const { closing = '' } = input;
  return {
    level: 'text',
    runs: [
      { text: '请你单位主要负责人牵头，对照附件逐项整改，' },
      { text: `于${sayDateHour(input.dueAt)}前`, strong: true },
      {
        text: `整改到位并报送整改情况。${sentence(closing)}${reachOf(input.contact, input.phone)}`,
      },
    ],
  };
}

function consequenceOf(input: SupervisionInput): string {
  return `到期仍未整改到位的，${weOf(input.officeName)}将按照有关规定予以通报。`;
}
