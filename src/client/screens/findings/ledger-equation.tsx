/** The counts as an equation with one bar to scale: what is counted adds up in sight. */

import './ledger-equation.css';
import { HEAPS, sayWithin, WITHIN, type Within } from '../../../domain/ledger.ts';
import type { LedgerCounts, LedgerFilter } from '../../../protocol/ledger.ts';
import { FindingSign } from '../../ui/finding-sign.tsx';

export function LedgerEquation(props: {
  readonly counts: LedgerCounts;
  readonly state: LedgerFilter['state'];
  readonly onState: (state: LedgerFilter['state']) => void;
}) {
  const { counts, state, onState } = props;
  const toggle = (next: LedgerFilter['state']) => onState(state === next ? '' : next);
  return (
    <section class="equation" aria-label="问题数量">
      <div class="equation-sum">
        <button
          type="button"
          class="equation-term"
          aria-pressed={state === ''}
          onClick={() => onState('')}
        >
          <b class="t-number">{counts.total}</b>
          <span>全部问题</span>
        </button>
        {HEAPS.map((heap, nth) => (
          <div key={heap.id} class="equation-part">
            <i aria-hidden="true">{nth === 0 ? '=' : '+'}</i>
            <button
              type="button"
              class="equation-term"
              aria-pressed={state === heap.id}
              onClick={() => toggle(heap.id)}
            >
              <b class="t-number">{counts.of[heap.id]}</b>
              <span>
                <FindingSign state={heap.sign} />
                {heap.name}
              </span>
            </button>
          </div>
        ))}
        <div class="equation-derived">
          <p class="t-small">其中</p>
          {WITHIN.map((within) => (
            <button
              key={within}
              type="button"
              class={termLook(within, counts.of[within])}
              aria-pressed={state === within}
              onClick={() => toggle(within)}
            >
              <b>{counts.of[within]}</b>
              <span>{sayWithin(within)}</span>
            </button>
          ))}
        </div>
      </div>
      <div class="equation-bar" aria-hidden="true">
        {counts.total === 0 && <span class="bar-nothing" />}
        {HEAPS.map(
          (heap) =>
            counts.of[heap.id] > 0 && (
              <span
                key={heap.id}
                class={`bar-${heap.id}`}
                style={{ flexGrow: counts.of[heap.id] }}
              />
            ),
        )}
      </div>
    </section>
  );
}

/** Red is for what is late, amber for what is about to be; nothing stands out for being none. */
function termLook(within: Within, count: number): string {
  const late = within === 'overdue' || within === 'twice';
  const tone = late ? 'overdue' : within === 'soon' ? 'soon' : 'asks';
  return count > 0 ? `equation-term derived ${tone}` : 'equation-term derived';
}
