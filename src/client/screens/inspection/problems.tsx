/** The problems of one item, or of none: recorded ones, begun ones, and the one form that is open. */
import type { FindingRow, Item } from '../../../protocol/rows/index.ts';
import type { DraftRow as Draft } from '../../store/tables.ts';
import { DraftRow } from './draft-row.tsx';
import type { ItemRowProps } from './item-row.tsx';
import { ProblemForm } from './problem-form.tsx';
import { SavedProblem } from './saved-problem.tsx';

export function Problems(
  props: Pick<ItemRowProps, 'open' | 'openDraft' | 'freshDraft' | 'onOpenDraft'> & {
    readonly item: Item | null;
    readonly drafts: readonly Draft[];
    readonly findings: readonly FindingRow[];
  },
) {
  const { open, item, drafts, findings, openDraft, freshDraft, onOpenDraft } = props;
  const amended = new Set(drafts.map((draft) => draft.id));
  return (
    <>
      {findings
        .filter((finding) => !amended.has(finding.id))
        .map((finding) => (
          <SavedProblem key={finding.id} finding={finding} onAmend={onOpenDraft} />
        ))}
      {drafts.map((draft) =>
        draft.id === openDraft ? (
          <ProblemForm
            key={draft.id}
            stored={draft}
            point={open.point}
            item={item}
            focus={draft.id === freshDraft}
            onClosed={() => {
              onOpenDraft(null);
              focusAnswer(item);
            }}
          />
        ) : (
          <DraftRow key={draft.id} draft={draft} onOpen={() => onOpenDraft(draft.id)} />
        ),
      )}
    </>
  );
}

/** The form takes its focus with it: the hand goes on at the item's answer. */
function focusAnswer(item: Item | null): void {
  if (!item) return;
  const row = document.getElementById(`item-${item.id}`);
  row?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus({ preventScroll: true });
}
