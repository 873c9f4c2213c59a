/** How far a photo has come. */
import { waitsForWifi } from '../../devices/connection.ts';
import type { BlobRow } from '../../store/tables.ts';
import { Chip } from '../../ui/chip.tsx';
import type { PhotoKept } from './trail-lines.ts';

export function PhotoStage(props: { readonly row: BlobRow; readonly kept: PhotoKept }) {
  const { row, kept } = props;
  if (row.state === 'arrived') {
    return (
      <Chip look="tinted" tone="ok" icon="check" small>
        {kept === 'clearable' ? '可清理' : '已入账'}
      </Chip>
    );
  }
  if (row.state === 'failed') {
    return (
      <Chip look="tinted" tone="bad" icon="cross" small>
        {row.retryAt === null ? '没有传成' : '稍后再传'}
      </Chip>
    );
  }
  if (row.state === 'waiting' && waitsForWifi.value) {
    return (
      <Chip look="outlined" tone="ink2" icon="clock" small>
        等待无线网
      </Chip>
    );
  }
  const share = row.bytes === 0 ? 0 : row.sent / row.bytes;
  return (
    <span class="upload">
      {row.sent > 0 || row.state === 'uploading' ? (
        <>
          <span>
            <b>{Math.floor(share * 100)}%</b> {sayMegabytes(row.sent)} / {sayMegabytes(row.bytes)}{' '}
            MB
          </span>
          <progress max={row.bytes} value={row.sent} aria-label={`照片 ${row.title} 上传进度`} />
        </>
      ) : (
        <Chip look="outlined" tone="ink2" icon="clock" small>
          等待
        </Chip>
      )}
    </span>
  );
}

function sayMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
