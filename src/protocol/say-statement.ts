/** A 对账单 in words, the same on paper, on screen and in a workbook. */
import { civilDateOf, sayShortDate } from '../domain/civil.ts';
import { sayFindingState } from '../domain/finding-life.ts';
import { sayCause } from '../domain/statement.ts';
import type { StatementLine } from './statement.ts';

/** `2026年11月`. */
export function sayMonth(month: string): string {
  const [year, nth] = month.split('-').map(Number);
  return `${year}年${nth}月`;
}

/** `11月3日新交办，11月20日销号`; what is still owed says how it stands. */
export function sayResult({ moves, closing, state, rework, late }: StatementLine): string {
  const said = moves.map(({ cause, at }) => `${sayShortDate(civilDateOf(at))}${sayCause(cause)}`);
  if (closing) {
    said.push(`${sayFindingState(state)}${rework > 0 ? `（退回${rework}次）` : ''}`);
    if (late) said.push('已超期');
  }
  return said.join('，');
}
