/** Whether every number of the year has its whereabouts, said of each agency code. */
import { auditYear, sayRanges } from '../../../domain/register.ts';
import { lineOf, type NumberList } from '../../../protocol/numbers.ts';
import { Icon } from '../../ui/icon.tsx';

export function RegisterAudit({ list }: { readonly list: NumberList }) {
  const audits = auditYear(list.numbers.map(lineOf), list.series);
  return (
    <ul class="register-audit" aria-label="核对">
      {audits.map(({ agency, next, unexplained }) => (
        <li key={agency} class={unexplained.length === 0 ? 'tone-ok' : 'tone-bad'}>
          <Icon name={unexplained.length === 0 ? 'check' : 'warning'} size={18} weight={2.4} />
          {unexplained.length === 0
            ? `${agency}〔${list.year}〕${sayRanges(upTo(next))} 号，每一号都有着落`
            : `${agency}〔${list.year}〕有 ${unexplained.length} 号查不到着落：${sayRanges(unexplained)}`}
        </li>
      ))}
    </ul>
  );
}

function upTo(next: number): number[] {
  return Array.from({ length: next - 1 }, (_, nth) => nth + 1);
}
