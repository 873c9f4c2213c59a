/** 全部重试: a visit whose beginning was refused brings its answers back with it, in their order. */
import { useState } from 'preact/hooks';
import { mayDo } from '../../../domain/role.ts';
import { retryAll } from '../../store/decisions.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import type { RefusedRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';

export function RetryAll(props: { readonly rows: readonly RefusedRow[] }) {
  const { author, session } = useWorkplace();
  const [busy, setBusy] = useState(false);
  const rows = props.rows.filter((row) => mayDo(session.role, row.name));
  if (rows.length < 2) return null;
  const retry = async () => {
    setBusy(true);
    try {
      const still = await retryAll(author, rows);
      const sent = rows.length - still.length;
      toast(
        still.length === 0
          ? `${sent} 条已重新上传`
          : `${sent} 条已重新上传，${still.length} 条现在仍不会被接受`,
      );
    } catch (error) {
      toast(StorageTrouble.of(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <p class="retry-all">
      <Button kind="outlined" icon="sync" disabled={busy} onClick={retry}>
        全部重试
      </Button>
      <span class="t-second">按记录先后重试 {rows.length} 条</span>
    </p>
  );
}
