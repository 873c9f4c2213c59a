/** 本机存储: how much room there is, what must stay, and what may go (可清理). */
import { useState } from 'preact/hooks';
import { clearOldest } from '../../store/clearing.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import type { BlobRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useStorage } from './use-storage.ts';

export function StorageBox(props: {
  readonly unsentBytes: number;
  readonly clearable: readonly BlobRow[];
}) {
  const { unsentBytes, clearable } = props;
  const { db } = useWorkplace();
  const bytes = clearable.reduce((sum, row) => sum + row.bytes, 0);
  const storage = useStorage(bytes);
  const [busy, setBusy] = useState(false);
  if (!storage) return null;
  const { usage, quota, persisted } = storage;
  const known = usage !== null && quota !== null && quota > 0;
  const clear = async () => {
    setBusy(true);
    try {
      const freed = await clearOldest(db, Number.POSITIVE_INFINITY);
      toast(`已清理 ${freed.photos} 张照片，腾出 ${sayBytes(freed.bytes)}；服务器上都有`);
    } catch (error) {
      toast(StorageTrouble.of(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="side-box">
      <h2 class="t-strong">
        <Icon name="storage" size={22} />
        本机存储
        {known && <span class="side-fact">可用 {sayBytes(quota - usage)}</span>}
      </h2>
      {known && (
        <>
          <progress class="side-bar" max={quota} value={usage} aria-label="本机存储已用的部分" />
          <p class="side-line">
            <span>已用</span>
            <b>{sayBytes(usage)}</b>
          </p>
        </>
      )}
      <p class="side-line">
        <span>未入账照片，不清理</span>
        <b>{sayBytes(unsentBytes)}</b>
      </p>
      <p class="side-line">
        <span>已入账照片，可清理</span>
        <b>
          {clearable.length} 张 · {sayBytes(bytes)}
        </b>
      </p>
      {clearable.length > 0 && (
        <>
          <Button kind="outlined" icon="trash" disabled={busy} onClick={clear} wide>
            清理照片
          </Button>
          <p class="t-second">服务器上都有，联网时照样能看。空间不足时自动从最早的清理起。</p>
        </>
      )}
      <p class={`side-word ${persisted ? 'tone-ok' : 'tone-warn'}`}>
        <Icon name={persisted ? 'lock' : 'warning'} size={20} />
        {persisted
          ? '系统已允许长期保存'
          : '系统没有承诺长期保存，空间紧张时可能清理。请常同步，并把巡点添加到主屏幕。'}
      </p>
    </section>
  );
}

function sayBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1e3)} KB`;
}
