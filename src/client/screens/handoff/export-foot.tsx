/** 导出一批: the office makes the batch and its file; what has gone out is marked there, once. */
import { useState } from 'preact/hooks';
import { mayDo } from '../../../domain/role.ts';
import { BatchMade, MAX_BATCH } from '../../../protocol/handoff.ts';
import { Button } from '../../ui/button.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ask } from '../office/ask.ts';
import { batchFile, saveFrom } from './batch-file.ts';
import type { HandoffLine } from './hand-offs.ts';

export function ExportFoot({ lines }: { readonly lines: readonly HandoffLine[] }) {
  const { session, db, wake } = useWorkplace();
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const tell = (words: string, bad: boolean) => {
    setSaid(words);
    setFailed(bad);
  };
  const make = async () => {
    setBusy(true);
    try {
      // The office can only send what it has heard of.
      const unsent = await db.outbox.count();
      if (unsent > 0) wake();
      const findingIds = lines.map(({ finding }) => finding.id);
      const answer = await ask('/api/handoff/batches', BatchMade, {
        method: 'POST',
        json: { findingIds },
      });
      if (!answer.ok) {
        tell(answer.message, true);
        return;
      }
      const { batch, left } = answer.value;
      wake();
      if (batch) saveFrom(batchFile(batch.id));
      const why = left[0] ? `${left.length} 个没有导出：${left[0].message}` : '';
      const made = batch ? `${batch.id} 已导出 ${batch.problems} 个问题，文件正在下载。` : '';
      tell(`${made}${why}`, left.length > 0);
    } finally {
      setBusy(false);
    }
  };
  if (!mayDo(session.role, 'handoff.send')) {
    return (
      <footer class="action-bar">
        <p class="action-bar-words">由督查负责人导出给数字城管。</p>
      </footer>
    );
  }
  const tooMany = lines.length > MAX_BATCH;
  return (
    <footer class="action-bar">
      <p
        class={`action-bar-words${failed ? ' field-error' : ' t-small'}`}
        role={failed ? 'alert' : 'status'}
      >
        {tooMany
          ? `一批最多 ${MAX_BATCH} 个，请少选一些。`
          : said || '导出一个 ZIP：清单（XLSX、JSON）和照片。同一个问题的移交标识始终不变。'}
      </p>
      <Button
        kind="primary"
        size="main"
        icon="export"
        disabled={busy || lines.length === 0 || tooMany}
        onClick={make}
      >
        {lines.length === 0 ? '导出一批' : `导出 ${lines.length} 个`}
      </Button>
    </footer>
  );
}
