/** The counts as an equation with one bar to scale: what is counted adds up in sight. */

import './ledger-equation.css';
import { FindingSign } from '../../ui/finding-sign.tsx';
import type { LedgerCounts, LedgerFilter } from './ledger.ts';
import { HEAPS } from './ledger.ts';

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
              <b class="t-number">{counts.heaps[heap.id]}</b>
              <span>
                <FindingSign state={heap.sign} />
                {heap.name}
              </span>
            </button>
          </div>
        ))}
        <div class="equation-derived">
          <button
            type="button"
            class={counts.overdue > 0 ? 'equation-term derived overdue' : 'equation-term derived'}
            aria-pressed={state === 'overdue'}
            onClick={() => toggle('overdue')}
          >
            <b>{counts.overdue}</b>
            <span>超期</span>
          </button>
          <button
            type="button"
            class={counts.soon > 0 ? 'equation-term derived soon' : 'equation-term derived'}
            aria-pressed={state === 'soon'}
            onClick={() => toggle('soon')}
          >
            <b>{counts.soon}</b>
            <span>临期</span>
          </button>
          <p class="t-small">
            已含在在办内，
            <br />
            不另计数
          </p>
        </div>
      </div>
      <div class="equation-bar" aria-hidden="true">
        {counts.total === 0 && <span class="bar-nothing" />}
        {HEAPS.map(
          (heap) =>
            counts.heaps[heap.id] > 0 && (
              <span
                key={heap.id}
                class={`bar-${heap.id}`}
                style={{ flexGrow: counts.heaps[heap.id] }}
              />
            ),
        )}
      </div>
    </section>
  );
}
