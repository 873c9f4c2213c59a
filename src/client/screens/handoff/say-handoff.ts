import { sayCode } from '../../../domain/city-code.ts';
import { civilDateOf, sayShortDate } from '../../../domain/civil.ts';
import type { HandoffRow } from '../../../protocol/rows/index.ts';

/** Where a handoff stands, in one line. */
export function sayHandoff(handoff: HandoffRow): string {
  const { code, codeName, state, batchId, caseNumber, result, byName } = handoff;
  const parts = [sayCode(code, codeName)];
  if (state === 'picked') parts.push(`${day(handoff.at)} ${byName}移交`);
  if (state === 'sent') parts.push(`${day(handoff.sentAt)} 随 ${batchId} 发出`);
  if (caseNumber !== '') parts.push(`案号 ${caseNumber}`);
  if (state === 'filed') parts.push(`${day(handoff.filedAt)} 立案`);
  if (state === 'closed') parts.push(`${day(handoff.settledAt)} 结案`);
  if (state === 'declined') parts.push('不立案');
  if (state === 'withdrawn') parts.push('已收回');
  return [...parts, result].filter((part) => part !== '').join(' · ');
}

function day(at: number | null): string {
  return at === null ? '' : sayShortDate(civilDateOf(at));
}
