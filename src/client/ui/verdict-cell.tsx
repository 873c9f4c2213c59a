import './verdict-cell.css';
import { sayVerdict, type Verdict } from '../../domain/answer.ts';
import { VERDICT_TONES, VerdictSign } from './verdict-sign.tsx';

/** One answer in a square of 28; an empty one where there is none yet. */
export function VerdictCell(props: { readonly verdict: Verdict | undefined }) {
  const { verdict } = props;
  if (!verdict) {
    return (
      <span class="cell cell-open">
        <span class="unseen">未答</span>
      </span>
    );
  }
  return (
    <span class={`cell cell-${verdict} tone-${VERDICT_TONES[verdict]}`}>
      <VerdictSign verdict={verdict} size={16} />
      <span class="unseen">{sayVerdict(verdict)}</span>
    </span>
  );
}
