/** One photo on its way; where it cannot get there, what the person may do. Its bytes stay. */
import { useState } from 'preact/hooks';
import { sayMoment } from '../../../domain/civil.ts';
import { nameInFile, saveFile } from '../../rescue/hand-over.ts';
import { photoBlob, retryPhoto } from '../../store/blobs.ts';
import { forgoPhoto } from '../../store/forgo-photo.ts';
import type { BlobRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { fullStop } from '../../ui/full-stop.ts';
import { Row } from '../../ui/row.tsx';
import { toast } from '../../ui/toast.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { GiveUpDialog, type GiveUpWords } from './give-up-dialog.tsx';
import { PhotoStage } from './photo-stage.tsx';
import type { PhotoKept } from './trail-lines.ts';
import { Well } from './well.tsx';

export function PhotoLine(props: { readonly row: BlobRow; readonly kept: PhotoKept }) {
  const { row, kept } = props;
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
      {row.state === 'failed' && <Failed row={row} />}
    </div>
  );
}

const KEPT_WORDS: Readonly<Record<PhotoKept, string>> = {
  needed: '',
  clearable: ' · 服务器已入账',
  cleared: ' · 本机已清理，服务器上有',
};

function Failed(props: { readonly row: BlobRow }) {
  const { row } = props;
  const { db, author, wake } = useWorkplace();
  const [asking, setAsking] = useState(false);
  const isHere = useLive(
    async (db) => (await db.jpeg.where('sha256').equals(row.sha256).count()) > 0,
    [row.sha256],
  );
  const retry = async () => {
    await retryPhoto(db, row.sha256);
    wake();
  };
  const takeOut = async () => {
    const jpeg = await photoBlob(db, row.sha256);
    if (jpeg) saveFile(new File([jpeg], photoName(row), { type: 'image/jpeg' }));
    else toast('本机已没有这张照片的内容');
  };
  return (
    <div class="photo-failed">
      <p>
        {fullStop(row.error || '上传没有成功')}
        {isHere && '照片仍在本机，没有丢。'}
      </p>
      {row.retryAt === null && (
        <p class="photo-ways">
          <Button kind="outlined" icon="sync" onClick={retry}>
            再传一次
          </Button>
          {isHere && (
            <Button kind="outlined" icon="export" onClick={takeOut}>
              导出
            </Button>
          )}
          <Button kind="danger" icon="trash" onClick={() => setAsking(true)}>
            放弃
          </Button>
        </p>
      )}
      <GiveUpDialog
        words={WORDS}
        what={`照片：${row.title}`}
        open={asking}
        onClose={() => setAsking(false)}
        act={(reason) => forgoPhoto(author, row, reason)}
      />
    </div>
  );
}

function photoName({ title, takenAt }: BlobRow): string {
  return `照片-${nameInFile(`${title}-${sayMoment(takenAt)}`)}.jpg`;
}

const WORDS: GiveUpWords = {
  title: '放弃这张照片？',
  word: '放弃后不再上传，问题里去掉这张照片；谁、何时、为什么记入问题的经过。要留底，先导出。',
  missing: '请写明为什么放弃，问题的经过里要看得到。',
  usual: ['已重新拍照', '照片文件损坏', '问题已另行登记'],
  done: '已放弃这张照片，问题里不再等它',
};
