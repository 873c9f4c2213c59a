/** At a point, outside any checklist: the form of the problem begun last, and the others begun. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PointRow } from '../../../protocol/rows/index.ts';
import type { DraftRow as Draft } from '../../store/tables.ts';
import { DraftRow } from './draft-row.tsx';
import { ProblemForm } from './problem-form.tsx';

export function LooseProblem(props: {
  readonly point: PointRow;
  readonly drafts: readonly Draft[];
}) {
  const { point, drafts } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const box = useRef<HTMLElement>(null);
  // What the screen opened with is a form that was left; one that comes later was just asked for.
  const before = useRef(new Set(drafts.map((draft) => draft.id)));
  const latest = [...drafts].sort((a, b) => b.id.localeCompare(a.id))[0];
  const open = drafts.find((draft) => draft.id === chosen) ?? latest;
  const fresh = open !== undefined && !before.current.has(open.id);
  useEffect(() => {
    if (fresh) box.current?.scrollIntoView({ block: 'nearest' });
  }, [open?.id]);
  if (!open) return null;
  return (
    <section class="problem loose-problem" ref={box}>
      <h3 class="t-strong loose-title">
        {open.amends ? '修改已登记的问题' : '登记问题（不对应检查项）'}
      </h3>
      <ProblemForm
        key={open.id}
        stored={open}
        point={point}
        item={null}
        focus={fresh}
        onClosed={() => setChosen(null)}
      />
      {drafts
        .filter((draft) => draft.id !== open.id)
        .map((draft) => (
          <DraftRow key={draft.id} draft={draft} onOpen={() => setChosen(draft.id)} />
        ))}
    </section>
  );
}
