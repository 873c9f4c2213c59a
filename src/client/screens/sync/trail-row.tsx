/** One deed or photo on its way: what it is, and where it is now. */
import { sayMoment } from '../../../domain/civil.ts';
import { waitsForWifi } from '../../devices/connection.ts';
import { retryPhoto } from '../../store/blobs.ts';
import type { BlobRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { fullStop } from '../../ui/full-stop.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Row } from '../../ui/row.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { RefusedCard } from './refused-card.tsx';
import { deedIcon } from './say-deed.ts';
import type { PhotoKept, TrailLine } from './trail-lines.ts';

export function TrailRow(props: { readonly line: TrailLine }) {
  const { line } = props;
  if (line.kind === 'refused') return <RefusedCard row={line.row} />;
  if (line.kind === 'photo') return <PhotoLine row={line.row} kept={line.kept} />;
  const { row } = line;
  const done = line.kind === 'receipt';
  const at = line.kind === 'deed' ? line.row.at + line.row.offset : line.row.at;
  return (
    <Row
      small
      lead={<Well name={deedIcon(row.name)} />}
      title={row.title}
      second={
        <span>
          {sayMoment(at)} 存{line.times > 1 && ` · ${line.times} 条`}
        </span>
      }
      end={
        done ? (
          <Chip look="tinted" tone="ok" icon="check" small>
            已入账
          </Chip>
        ) : line.kind === 'deed' && line.moving ? (
          <Chip look="tinted" tone="info" icon="up" small>
            上传中
          </Chip>
        ) : (
          <Chip look="outlined" tone="ink2" icon="clock" small>
            等待
          </Chip>
        )
      }
    />
  );
}

function PhotoLine(props: { readonly row: BlobRow; readonly kept: PhotoKept }) {
  const { row, kept } = props;
  const { db, wake } = useWorkplace();
  const retry = async () => {
    await retryPhoto(db, row.sha256);
    wake();
  };
  return (
    <div class="photo-line">
      <Row
        small
        lead={<Well name="camera" />}
        title={`照片：${row.title}`}
        second={
          <span>
            {sayMoment(row.takenAt)} 拍{KEPT_WORDS[kept]}
          </span>
        }
        end={<PhotoStage row={row} kept={kept} />}
      />
      {row.state === 'failed' && (
        <p class="photo-failed">
          <span>{fullStop(row.error || '上传没有成功')}照片仍在本机，没有丢。</span>
          {row.retryAt === null && (
            <Button kind="outlined" size="small" onClick={retry}>
              再传一次
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

const KEPT_WORDS: Readonly<Record<PhotoKept, string>> = {
  needed: '',
  clearable: ' · 服务器已入账',
  cleared: ' · 本机已清理，服务器上有',
};

function PhotoStage(props: { readonly row: BlobRow; readonly kept: PhotoKept }) {
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

function Well(props: { readonly name: IconName }) {
  return (
    <span class="well">
      <Icon name={props.name} size={24} />
    </span>
  );
}
