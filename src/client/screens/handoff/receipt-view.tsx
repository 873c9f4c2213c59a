/** 对账结果 of one taken receipt table, with what still waits for a decision. */
import { useState } from 'preact/hooks';
import { mayDo } from '../../../domain/role.ts';
import { countReceipts, type ReceiptEntry, type ReceiptReport } from '../../../protocol/handoff.ts';
import { Button } from '../../ui/button.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { ReceiptCountsLine } from './receipt-counts.tsx';
import { ReceiptEntries } from './receipt-entries.tsx';

export function ReceiptView(props: {
  readonly report: ReceiptReport;
  readonly onChange: (report: ReceiptReport) => void;
  readonly onClose: () => void;
}) {
  const { report, onChange, onClose } = props;
  const { session } = useWorkplace();
  const [deciding, setDeciding] = useState<ReceiptEntry | null>(null);
  const may = mayDo(session.role, 'handoff.settle');
  return (
    <section class="receipt-view" aria-labelledby="receipt-view">
      <div class="import-head">
        <h2 id="receipt-view" class="t-strong">
          对账结果：{report.fileName}
        </h2>
        <Button
          kind="outlined"
          icon="export"
          href={`/api/handoff/receipts/${encodeURIComponent(report.id)}/report.xlsx`}
          download
        >
          导出对账结果
        </Button>
        <Button kind="plain" icon="close" label="收起对账结果" onClick={onClose} />
      </div>
      <ReceiptCountsLine counts={countReceipts(report.entries)} />
      <ReceiptEntries entries={report.entries} decide={may ? setDeciding : null} />
      {deciding && (
        <DecideDialog
          receiptId={report.id}
          entry={deciding}
          onClose={() => setDeciding(null)}
          onDone={(next) => {
            setDeciding(null);
            onChange(next);
          }}
        />
      )}
    </section>
  );
}
