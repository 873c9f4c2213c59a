import type { FindingRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { FindingDeeds } from '../finding/deeds/finding-deeds.tsx';
import { FindingDetail } from '../finding/finding-detail.tsx';

/** The problem beside the table, never over it. */
export function LedgerSheet(props: {
  readonly finding: FindingRow;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
}) {
  const { finding, onPrevious, onNext, onClose } = props;
  return (
    <aside class="ledger-sheet" aria-label="问题详情">
      <header class="ledger-sheet-head">
        <p class="t-second">{finding.itemId ?? '现场记录'}</p>
        <Button
          kind="plain"
          icon="chevron-up"
          label="上一条"
          size="small"
          disabled={onPrevious === null}
          onClick={() => onPrevious?.()}
        />
        <Button
          kind="plain"
          icon="chevron-down"
          label="下一条"
          size="small"
          disabled={onNext === null}
          onClick={() => onNext?.()}
        />
        <Button kind="plain" icon="close" label="关闭" size="small" onClick={onClose} />
      </header>
      <div class="ledger-sheet-body">
        <FindingDetail finding={finding} wide={false} />
      </div>
      <footer class="ledger-sheet-foot">
        <Button kind="outlined" href={`/findings/${finding.id}`}>
          单独打开
        </Button>
        <FindingDeeds finding={finding} />
      </footer>
    </aside>
  );
}
