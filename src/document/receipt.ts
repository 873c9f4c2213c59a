/** 送达回证: blank as the paper's last page, or filled from how the paper was handed over. */
import { civilDateOf, civilTimeOf, sayDate } from '../domain/civil.ts';
import { formLine } from './form-line.ts';
import type { PaperDelivery } from './notice-input.ts';
import type { FormLine, Receipt } from './paper.ts';
import { onPaper } from './punctuation.ts';

const WAYS = ['直接送达', '电子送达', '邮寄送达', '留置送达'] as const;

/** What was handed over: the paper's title, its number (empty for none) and to whom. */
export interface Served {
  readonly title: string;
  readonly number: string;
  readonly unitName: string;
}

export function blankReceipt(served: Served): Receipt {
  return receiptWith(served, [
    spaced('送达方式', sayWay('')),
    spaced('送达时间', '　　　　年　　月　　日　　时　　分'),
    formLine('送达人（签名）', '', 2),
    formLine('收件人（签名或盖章）', '', 3),
    formLine('拒收事由', '', 2),
    formLine('见证人（签名）', '', 2),
    formLine('备注', '', 2),
  ]);
}

/** What is not known stays blank and is written in by hand. */
export function filledReceipt(served: Served, delivery: PaperDelivery): Receipt {
  const refused = delivery.kind === 'refused';
  return receiptWith(served, [
    spaced('送达方式', sayWay(delivery.way)),
    formLine('送达时间', sayMinute(delivery.at)),
    formLine('送达人（签名）', delivery.byName, 2),
    formLine('收件人（签名或盖章）', delivery.receiver, 3, delivery.signature),
    formLine('拒收事由', refused && delivery.refusal === '' ? '拒收' : delivery.refusal, 2),
    formLine('见证人（签名）', delivery.witness, 2, delivery.witnessSignature),
    formLine('备注', delivery.note, 2),
  ]);
}

function receiptWith(served: Served, rest: readonly FormLine[]): Receipt {
  const number = served.number === '' ? '' : `（${served.number}）`;
  return {
    title: '送达回证',
    form: [
      formLine('送达文书', `${served.title}${number}`, 2),
      formLine('受送达单位', served.unitName),
      formLine('送达份数', '1份'),
      ...rest,
    ],
  };
}

/** Its spaces are there to be written in, or to tell choices apart. */
function spaced(name: string, value: string): FormLine {
  return { ...formLine(name, ''), value };
}

/** Two choices a line. √ and □ are in every Chinese font; a ticked box is not. */
function sayWay(way: string): string {
  const known = WAYS.map((each) => `${each === way ? '√' : '□'}${each}`);
  const other = way !== '' && !WAYS.some((each) => each === way);
  const all = other ? [...known, `√${onPaper(way)}`] : known;
  return all
    .map((each, at) => `${each}${at % 2 === 0 ? '　' : '\n'}`)
    .join('')
    .trimEnd();
}

/** `2026年11月24日9时05分`. */
function sayMinute(at: number): string {
  const { hour, minute } = civilTimeOf(at);
  return `${sayDate(civilDateOf(at))}${hour}时${String(minute).padStart(2, '0')}分`;
}
