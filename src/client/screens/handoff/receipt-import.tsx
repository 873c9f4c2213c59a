/** 导入回执表: first what it would do, then, on a person's word, what matches is done. */
import { useRef, useState } from 'preact/hooks';
import type { DeadlineChoice } from '../../../domain/deadline.ts';
import { mayDo } from '../../../domain/role.ts';
import { countReceipts, ReceiptReport } from '../../../protocol/handoff.ts';
import { Button } from '../../ui/button.tsx';
import { DeadlinePicker } from '../../ui/deadline-picker.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { type Answer, ask } from '../office/ask.ts';
import { ImportFaults } from '../office/import-faults.tsx';
import { TABLE_FILES } from '../office/table-import.tsx';
import { ReceiptCountsLine } from './receipt-counts.tsx';
import { ReceiptEntries } from './receipt-entries.tsx';

const COLUMNS = '移交标识  问题编号  外部案号  是否立案  不立案原因  立案时间  结案时间  处理结果';
const PATH = '/api/handoff/receipts';

export function ReceiptImport({ onTaken }: { readonly onTaken: (report: ReceiptReport) => void }) {
  const { session, wake } = useWorkplace();
  const now = useNow();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Answer<ReceiptReport> | null>(null);
  const [deadline, setDeadline] = useState<DeadlineChoice>({ kind: 'days', days: 7 });
  const [busy, setBusy] = useState(false);
  const send = async (path: string, body: File) => {
    setBusy(true);
    const answer = await ask(path, ReceiptReport, { method: 'POST', file: body });
    setBusy(false);
    return answer;
  };
  const look = async (chosen: File) => {
    setFile(chosen);
    setPreview(null);
    setPreview(await send(`${PATH}/preview?name=${encodeURIComponent(chosen.name)}`, chosen));
  };
  const take = async () => {
    if (!file) return;
    const query = new URLSearchParams({ name: file.name, deadline: JSON.stringify(deadline) });
    const answer = await send(`${PATH}?${query}`, file);
    if (!answer.ok) {
      setPreview(answer);
      return;
    }
    setFile(null);
    setPreview(null);
    wake();
    onTaken(answer.value);
  };
  if (!mayDo(session.role, 'handoff.settle')) return null;
  const entries = preview?.ok ? preview.value.entries : [];
  const counts = countReceipts(entries);
  const fresh = entries.filter(({ kind, steps }) => kind === 'matched' && steps.length > 0);
  const returning = fresh.filter(({ steps, ours }) => ours?.noticed && steps.some(isDeclined));
  return (
    <section class="import" aria-labelledby="books-import">
      <div class="import-head">
        <h2 id="books-import" class="t-strong">
          导入平台的回执表
        </h2>
        <input
          ref={input}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-hidden="true"
          accept={TABLE_FILES}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (chosen) void look(chosen);
          }}
        />
        <Button
          kind="outlined"
          icon="up"
          label="选回执表"
          disabled={busy}
          onClick={() => input.current?.click()}
        >
          {busy ? '正在核对' : '选文件核对'}
        </Button>
      </div>
      <p>先核对，不写入；看过结果再决定导入。移交清单的后几列就是回执，平台填好原样发回也可以。</p>
      <p class="t-small import-columns">列：{COLUMNS}</p>
      {preview?.ok === false && <ImportFaults answer={preview} fileName={file?.name ?? ''} />}
      {preview?.ok && (
        <div class="receipt-preview" role="group" aria-label="核对结果">
          <p class="t-strong">{file?.name}：核对结果，还没有写入</p>
          <ReceiptCountsLine counts={counts} />
          {returning.length > 0 && (
            <div class="receipt-deadline">
              <p>其中 {returning.length} 个不立案的已在通知书上，退回责任单位，定一个新的期限：</p>
              <DeadlinePicker value={deadline} onChange={setDeadline} issuedAt={now} />
            </div>
          )}
          <div class="receipt-actions">
            <Button
              kind="outlined"
              onClick={() => {
                setFile(null);
                setPreview(null);
              }}
            >
              不导入
            </Button>
            <Button kind="primary" disabled={busy} onClick={take}>
              {fresh.length === 0 ? '只留对账记录' : `导入：办 ${fresh.length} 个相符的`}
            </Button>
          </div>
          <ReceiptEntries entries={entries} decide={null} />
        </div>
      )}
    </section>
  );
}

function isDeclined({ result }: { readonly result: string }): boolean {
  return result === 'declined';
}
