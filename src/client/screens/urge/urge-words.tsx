/** What was sent last about a problem, and what is suggested now. */
import { civilDateOf, sayMoment, sayShortDate } from '../../../domain/civil.ts';
import { sayLetterKind } from '../../../domain/letter.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import type { UrgeLine } from './urge-lists.ts';

/** `11月30日 催办，限 12月3日 18:00`; empty where nothing was sent. */
export function sayLast({ urge }: Pick<FindingRow, 'urge'>): string {
  if (!urge) return '';
  const term = urge.dueAt === null ? '' : `，限 ${sayMoment(urge.dueAt)} 前`;
  return `${sayShortDate(civilDateOf(urge.at))}${sayLetterKind(urge.level)}${term}`;
}

/** Why nothing is suggested is said, too. */
export function sayNext({ finding, next }: UrgeLine): string {
  if (next !== null) return `建议${sayLetterKind(next)}`;
  if (finding.extensionId !== null) return '延期待答复';
  return finding.urge?.level === 'bulletin' ? '已通报' : '等待反馈';
}

export function NextWord({ line }: { readonly line: UrgeLine }) {
  return <span class={line.next === null ? 'urge-wait' : 'urge-next'}>{sayNext(line)}</span>;
}
