/** 导出离线包: a passphrase twice, then one file. */
import './rescue.css';
import { useEffect, useState } from 'preact/hooks';
import { MIN_PASSPHRASE } from '../../../protocol/parcel.ts';
import { normal } from '../../../protocol/parcel-lock.ts';
import { type Exported, exportParcel } from '../../rescue/export-parcel.ts';
import { saveFile } from '../../rescue/hand-over.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useCustody } from '../../ui/use-custody.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { sayParcelCounts } from './say-parcel.ts';
import { WrittenFile } from './written-file.tsx';

type Stage =
  | { readonly kind: 'asking' }
  | { readonly kind: 'writing'; readonly done: number; readonly of: number }
  | { readonly kind: 'written'; readonly exported: Exported }
  | { readonly kind: 'failed'; readonly message: string };

export function ExportDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { open, onClose } = props;
  const place = useWorkplace();
  const held = useCustody();
  const count = held ? held.saved - held.accepted : 0;
  const [stage, setStage] = useState<Stage>({ kind: 'asking' });
  const [words, setWords] = useState(['', '']);
  useEffect(() => {
    if (open) return;
    setStage({ kind: 'asking' });
    setWords(['', '']);
  }, [open]);
  const write = async (passphrase: string) => {
    setStage({ kind: 'writing', done: 0, of: 0 });
    try {
      const exported = await exportParcel(place, passphrase, (done, of) =>
        setStage({ kind: 'writing', done, of }),
      );
      saveFile(exported.file);
      setStage({ kind: 'written', exported });
    } catch (error) {
      console.error('离线包没有导出', error);
      setStage({ kind: 'failed', message: StorageTrouble.of(error, '没有导出').message });
    }
  };
  const [first = '', second = ''] = words;
  const short = normal(first).length < MIN_PASSPHRASE;
  // Not while it may still become the same.
  const differs = !first.startsWith(second);
  const ready = !short && first === second;
  return (
    <Dialog
      title="导出离线包"
      open={open}
      onClose={onClose}
      actions={
        stage.kind === 'asking' || stage.kind === 'writing' ? (
          <>
            <Button kind="outlined" onClick={onClose}>
              取消
            </Button>
            <Button
              kind="primary"
              icon="export"
              disabled={!ready || stage.kind === 'writing'}
              onClick={() => void write(first)}
            >
              {stage.kind === 'writing' ? '正在导出' : '导出'}
            </Button>
          </>
        ) : (
          <Button kind="primary" onClick={onClose}>
            完成
          </Button>
        )
      }
    >
      {stage.kind === 'asking' && (
        <>
          <p>
            {`本机 ${count} 条未入账的内容和照片，加密写进一个文件，不需要网络。本机内容不变，联网后照常上传。`}
          </p>
          <Field
            label="口令"
            type="password"
            autocomplete="new-password"
            value={first}
            onInput={(value) => setWords([value, second])}
            hint={`至少 ${MIN_PASSPHRASE} 个字。办公室导入时要用它，请当面或打电话告诉；忘了就打不开。`}
          />
          <Field
            label="再输一遍口令"
            type="password"
            autocomplete="new-password"
            value={second}
            onInput={(value) => setWords([first, value])}
            {...(differs ? { error: '两遍输的不一样' } : {})}
          />
        </>
      )}
      {stage.kind === 'writing' && (
        <div class="parcel-progress" role="status">
          <p>{stage.of > 0 ? `正在写入照片 ${stage.done} / ${stage.of}` : '正在加密'}</p>
          <progress max={Math.max(1, stage.of)} value={stage.done} aria-label="导出进度" />
        </div>
      )}
      {stage.kind === 'written' && <Written exported={stage.exported} />}
      {stage.kind === 'failed' && (
        <p class="parcel-note tone-bad" role="alert">
          <Icon name="warning" size={20} />
          <span>{stage.message}本机内容都在。</span>
        </p>
      )}
    </Dialog>
  );
}

function Written(props: { readonly exported: Exported }) {
  const { file, about, missing } = props.exported;
  return (
    <WrittenFile file={file} about={` · ${sayParcelCounts(about.counts)}`}>
      {missing > 0 && (
        <p class="parcel-note tone-bad">
          <Icon name="warning" size={20} />
          <span>{missing} 张照片的内容已不在本机，没有写进文件。</span>
        </p>
      )}
      <p>文件已存到本机的“下载”。请把文件交给办公室，口令另外告诉。</p>
    </WrittenFile>
  );
}
