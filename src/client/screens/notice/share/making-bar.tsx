import type { PaperProgress } from '../../../paper/print-shop.ts';
import { FORM_NAMES } from './paper-offer.ts';
import type { Wish } from './use-making.ts';

/** How far a file is; a Word file is made in one go. */
export function MakingBar(props: { readonly wish: Wish; readonly progress: PaperProgress | null }) {
  const { wish, progress } = props;
  const what = `${wish.offer.name} ${FORM_NAMES[wish.form]}`;
  return (
    <div class="share-making" role="status">
      <p>
        正在生成{what}
        {progress && `：${STEPS[progress.step]} ${progress.done} / ${progress.of}`}
      </p>
      <progress
        aria-label="生成进度"
        {...(progress ? { max: Math.max(1, progress.of), value: progress.done } : {})}
      />
    </div>
  );
}

const STEPS = { photos: '取照片', pages: '已排页' } as const;
