/** Whose turn it is with a problem, until when, and what follows; for the unit, as the reply page says it. */
import './answer.css';
import { sayTimeLeft } from '../../../domain/time-left.ts';
import { type WhatsNext, whatsNext } from '../../../domain/whats-next.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { useNow } from '../../ui/use-now.ts';

export function nextOf(finding: FindingRow): WhatsNext {
  return whatsNext({
    state: finding.state,
    dueAt: finding.dueAt,
    acceptedAt: finding.acceptedAt,
    reviewOn: finding.shelf?.reviewOn ?? null,
    extensionAsked: finding.extensionId !== null,
    merged: finding.mergedInto !== null,
  });
}

export function NextBox({ finding }: { readonly finding: FindingRow }) {
  const at = useNow();
  const { turn, now, after } = nextOf(finding);
  const { dueAt } = finding;
  return (
    <section class={`next-box next-${turn}`} aria-label="下一步">
      <p class="t-strong">{now}</p>
      {turn === 'unit' && dueAt !== null && (
        <p class={at > dueAt ? 'next-late' : undefined}>{sayTimeLeft(dueAt, at)}</p>
      )}
      <p class="t-second">{after}</p>
    </section>
  );
}
