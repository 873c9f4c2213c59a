/** What still stands in the way of 完成检查, each with a jump; or nothing, and then it is finished. */
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { OpenInspection } from './use-inspection.ts';

export interface Hindrance {
  readonly itemId: string | null;
  readonly nth: number | null;
  readonly text: string;
}

/** Items without an answer: these alone keep an inspection from being finished. */
export function unanswered({ checklist, tally }: OpenInspection): Hindrance[] {
  const open = new Set(tally.open);
  return checklist.items.flatMap((item, nth) =>
    open.has(item.id) ? [{ itemId: item.id, nth: nth + 1, text: item.text }] : [],
  );
}

/** What a person would want to know of before finishing: problems begun, 不符合 without a problem. */
export function forgotten({
  checklist,
  drafts,
  findings,
  inspection,
}: OpenInspection): Hindrance[] {
  const place = (itemId: string | null) => {
    const nth = checklist.items.findIndex((item) => item.id === itemId);
    return nth < 0 ? null : nth + 1;
  };
  const begun = drafts.map((draft) => ({
    itemId: draft.itemId,
    nth: place(draft.itemId),
    text: `问题没有保存：${draft.text === '' ? '还没有写内容' : draft.text}`,
  }));
  const known = new Set([...drafts, ...findings].map((row) => row.itemId));
  const bare = checklist.items.flatMap((item, nth) =>
    inspection.answers[item.id]?.verdict === 'unmet' && !known.has(item.id)
      ? [{ itemId: item.id, nth: nth + 1, text: `不符合，没有登记问题：${item.text}` }]
      : [],
  );
  return [...begun, ...bare];
}

export function FinishDialog(props: {
  readonly open: OpenInspection;
  readonly shown: boolean;
  readonly onClose: () => void;
  readonly onGo: (itemId: string | null) => void;
  readonly onFinish: () => void;
}) {
  const { open, shown, onClose, onGo, onFinish } = props;
  const left = unanswered(open);
  const loose = forgotten(open);
  const list = left.length > 0 ? left : loose;
  return (
    <Dialog
      title={left.length > 0 ? `还有 ${left.length} 项没有作答` : '还有问题没有保存'}
      open={shown}
      onClose={onClose}
      look="sheet"
      actions={
        left.length === 0 && (
          <>
            <Button kind="outlined" onClick={onClose}>
              先不完成
            </Button>
            <Button kind="primary" onClick={onFinish}>
              仍然完成
            </Button>
          </>
        )
      }
    >
      <p class="t-second">
        {left.length > 0
          ? '每一项都作答后才能完成；确实没有这项设施的，选“不适用”。'
          : '完成后答案不能再改。没有保存的问题会留在本机，不会上传。'}
      </p>
      <ul class="hindrances">
        {list.map((row) => (
          <li key={`${row.itemId} ${row.text}`}>
            <button
              type="button"
              onClick={() => {
                onClose();
                onGo(row.itemId);
              }}
            >
              <b>{row.nth ?? ''}</b>
              <span>{row.text}</span>
              <Icon name="chevron-right" size={18} weight={2} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
