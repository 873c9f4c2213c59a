/** Batches that went out and receipt tables that came in: the office's own books, read over the network. */
import './books.css';
import { useState } from 'preact/hooks';
import { sayMoment } from '../../../domain/civil.ts';
import { BatchList, ReceiptList, type ReceiptReport } from '../../../protocol/handoff.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Trouble } from '../office/trouble.tsx';
import { useAnswer } from '../office/use-answer.ts';
import { batchFile } from './batch-file.ts';
import { ReceiptImport } from './receipt-import.tsx';
import { ReceiptView } from './receipt-view.tsx';
import { useReceipt } from './use-receipt.ts';

export function BooksTab() {
  const batches = useAnswer('/api/handoff/batches', BatchList);
  const receipts = useAnswer('/api/handoff/receipts', ReceiptList);
  const [open, setOpen] = useState<string | null>(null);
  const receipt = useReceipt(open);
  if (!batches.answer || !receipts.answer) return null;
  if (!batches.answer.ok) return <Trouble answer={batches.answer} onAgain={batches.again} />;
  if (!receipts.answer.ok) return <Trouble answer={receipts.answer} onAgain={receipts.again} />;
  const sent = batches.answer.value.batches;
  const taken = receipts.answer.value.receipts;
  const show = (report: ReceiptReport) => {
    receipts.again();
    receipt.show(report);
    setOpen(report.id);
  };
  return (
    <div class="handoff-body books">
      <ReceiptImport onTaken={show} />
      {receipt.report && (
        <ReceiptView report={receipt.report} onChange={show} onClose={() => setOpen(null)} />
      )}
      {receipt.trouble !== '' && (
        <p class="field-error" role="alert">
          {receipt.trouble}
        </p>
      )}
      <section aria-labelledby="books-receipts">
        <h2 id="books-receipts" class="t-strong">
          已导入的回执表
        </h2>
        {taken.length === 0 && <p class="t-second">还没有导入过回执表。</p>}
        <ul class="books-list">
          {taken.map(({ id, fileName, at, byName, counts }) => (
            <li key={id}>
              <span class="books-words">
                <b>{fileName}</b>
                <span>
                  {sayMoment(at)} · {byName}导入 · 相符 {counts.matched}，不认识 {counts.unknown}
                  ，有矛盾 {counts.contradicted}
                </span>
              </span>
              {counts.undecided > 0 && (
                <Chip look="outlined" tone="warn" icon="warning" small>
                  待决定 {counts.undecided}
                </Chip>
              )}
              <Button kind="outlined" label={`看对账：${fileName}`} onClick={() => setOpen(id)}>
                看对账
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="books-batches">
        <h2 id="books-batches" class="t-strong">
          已导出的批次
        </h2>
        {sent.length === 0 && (
          <p class="t-second">还没有导出过。在“待移交”里选好问题，导出一批。</p>
        )}
        <ul class="books-list">
          {sent.map(({ id, madeAt, byName, problems, photos }) => (
            <li key={id}>
              <span class="books-words">
                <b>{id}</b>
                <span>
                  {sayMoment(madeAt)} · {byName}导出 · {problems} 个问题，{photos} 张照片
                </span>
              </span>
              <Button
                kind="outlined"
                icon="export"
                label={`下载 ${id}`}
                href={batchFile(id)}
                download
              >
                下载 ZIP
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
