/** All items at a glance, and the way to each. */
import { useEffect, useRef } from 'preact/hooks';
import { Pane } from '../../ui/pane.tsx';
import { VerdictCell } from '../../ui/verdict-cell.tsx';
import type { OpenInspection } from './use-inspection.ts';

export function ItemIndex(props: {
  readonly open: OpenInspection;
  readonly current: string;
  readonly onGo: (itemId: string) => void;
}) {
  const { open, current, onGo } = props;
  const { items } = open.checklist;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Pane
      label="检查项目录"
      width="index"
      head={
        <div class="group-head">
          <h2>检查项</h2>
          <span>{items.length} 项</span>
        </div>
      }
    >
      <ol class="item-index" ref={list}>
        {items.map((item, nth) => (
          <li key={item.id}>
            <button
              type="button"
              aria-current={item.id === current ? 'true' : undefined}
              onClick={() => onGo(item.id)}
            >
              <span class="index-nth">{nth + 1}</span>
              <span class="index-text">{item.text}</span>
              <VerdictCell verdict={open.inspection.answers[item.id]?.verdict} />
            </button>
          </li>
        ))}
      </ol>
    </Pane>
  );
}
