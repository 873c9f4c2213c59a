import { sayMoment } from '../../../domain/civil.ts';
import type { DraftRow as Draft } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import './problem-form.css';

/** A problem that was begun and is not open now: written down, not yet saved as a problem. */
export function DraftRow(props: { readonly draft: Draft; readonly onOpen: () => void }) {
  const { draft, onOpen } = props;
  return (
    <div class="problem-saved">
      <div class="problem-words">
        <b class="t-strong">{draft.text === '' ? '还没有写内容' : draft.text}</b>
        <span class="problem-facts t-second">
          <span class="custody-word tone-warn">
            <Icon name="edit" size={16} weight={2.2} />
            没有保存
          </span>
          <span>{sayMoment(draft.changedAt)} 写</span>
          {draft.photos.length > 0 && <span>照片 {draft.photos.length}</span>}
        </span>
      </div>
      <Button kind="outlined" size="small" onClick={onOpen}>
        接着写
      </Button>
    </div>
  );
}
