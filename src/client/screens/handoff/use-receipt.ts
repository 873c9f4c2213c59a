import { useEffect, useState } from 'preact/hooks';
import { ReceiptReport } from '../../../protocol/handoff.ts';
import { ask } from '../office/ask.ts';

/** One taken receipt table with what came of each line; null while none is open, or not yet read. */
export function useReceipt(id: string | null) {
  const [report, show] = useState<ReceiptReport | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    setTrouble('');
    if (id === null || report?.id === id) return;
    let alive = true;
    void ask(`/api/handoff/receipts/${encodeURIComponent(id)}`, ReceiptReport).then((answer) => {
      if (!alive) return;
      if (answer.ok) show(answer.value);
      else setTrouble(answer.message);
    });
    return () => {
      alive = false;
    };
  }, [id]);
  return { report: id !== null && report?.id === id ? report : null, trouble, show };
}
