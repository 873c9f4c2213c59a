/** Rows of problems to tick, or to read; the words lead to the problem itself. */
import type { ComponentChildren } from 'preact';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { useMore } from '../findings/use-more.ts';

export interface ListedProblem {
  /** What is ticked. */
  readonly id: string;
  readonly finding: FindingRow;
  readonly second: ComponentChildren;
  readonly end?: ComponentChildren;
}

export interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly toggleAll: () => void;
}

export function HandoffList(props: {
  readonly rows: readonly ListedProblem[];
  /** Null where nothing can be done with several at once. */
  readonly choice: Choice | null;
  readonly reset: string;
}) {
  const { rows, choice, reset } = props;
  const { shown, foot } = useMore(rows.length, reset);
  return (
    <>
      {choice && (
        <label class="handoff-all">
          <input
            type="checkbox"
            class="check"
            checked={choice.chosen.size === rows.length}
            onChange={choice.toggleAll}
          />
          <span>
            全选 <b>已选 {choice.chosen.size}</b> / {rows.length}
          </span>
        </label>
      )}
      <ul class="handoff-list">
        {rows.slice(0, shown).map(({ id, finding, second, end }) => (
          <li key={id} class="handoff-line">
            {choice && (
              <label class="handoff-tick">
                <input
                  type="checkbox"
                  class="check"
                  aria-label={`选中：${finding.text}`}
                  checked={choice.chosen.has(id)}
                  onChange={() => choice.toggle(id)}
                />
              </label>
            )}
            <a class="handoff-words" href={`/findings/${finding.id}`}>
              <b>{finding.text}</b>
              <span>{finding.pointName}</span>
              <span>{second}</span>
            </a>
            {end !== undefined && <span class="handoff-end">{end}</span>}
          </li>
        ))}
      </ul>
      <div ref={foot} />
    </>
  );
}
