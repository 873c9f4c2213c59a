/** 打包下载: all notices of a round as PDFs in one ZIP. */
import '../../notice/share/share.css';
import { useState } from 'preact/hooks';
import { saveFile } from '../../../rescue/hand-over.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FontProgressLine } from '../../../ui/font-progress.tsx';
import { fullStop } from '../../../ui/full-stop.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { useRounds } from '../../../ui/use-city.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useZip, type Zipping } from './use-zip.ts';

export function ZipDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const zipper = useZip();
  const { state, leave } = zipper;
  const rounds = [...(useRounds() ?? [])].sort((a, b) => (a.starts < b.starts ? 1 : -1));
  const [chosen, setChosen] = useState<string | null>(null);
  const round = rounds.find(({ id }) => id === chosen) ?? rounds[0];
  const notices = useLive(
    async (db) => (await db.notice.toArray()).filter((notice) => notice.roundId === round?.id),
    [round?.id],
  );
  const count = notices?.length ?? 0;
  const close = () => {
    leave();
    props.onClose();
  };
  return (
    <Dialog
      title="打包下载通知书"
      open={props.open}
      onClose={close}
      actions={
        <>
          <Button kind="outlined" onClick={state.kind === 'making' ? leave : close}>
            {state.kind === 'making' ? '停下' : '关闭'}
          </Button>
          {state.kind === 'choosing' && (
            <Button
              kind="primary"
              icon="export"
              disabled={!round || count === 0}
              onClick={() => round && zipper.make(`督查通知书 ${round.name}`, notices ?? [])}
            >
              生成 {count} 份
            </Button>
          )}
        </>
      }
    >
      {state.kind === 'choosing' && (
        <>
          <SelectField
            label="督查轮次"
            value={round?.id ?? ''}
            onChange={setChosen}
            options={rounds.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <p class="t-second">
            {count === 0
              ? '这一轮还没有通知书。'
              : `${count} 份通知书的 PDF 装进一个 ZIP；不在本机的照片会从服务器取。`}
          </p>
          <FontProgressLine />
        </>
      )}
      {state.kind !== 'choosing' && <Stage state={state} />}
    </Dialog>
  );
}

function Stage({ state }: { readonly state: Exclude<Zipping, { kind: 'choosing' }> }) {
  switch (state.kind) {
    case 'making':
      return (
        <div class="share-making" role="status">
          <p>
            正在生成 {state.done} / {state.of}
          </p>
          <progress max={Math.max(1, state.of)} value={state.done} aria-label="打包进度" />
          <p class="t-second">{state.name}</p>
        </div>
      );
    case 'made':
      return <Made file={state.file} failed={state.failed} />;
    case 'failed':
      return (
        <p class="share-trouble" role="alert">
          {fullStop(state.message)}
        </p>
      );
  }
}

function Made({ file, failed }: Omit<Extract<Zipping, { kind: 'made' }>, 'kind'>) {
  return (
    <>
      <p class="share-file" role="status">
        <Icon name="check" size={22} weight={2.6} />
        <span>
          <b>{file.name}</b>
          <span class="t-second">{(file.size / 1e6).toFixed(1)} MB</span>
        </span>
      </p>
      {failed.length > 0 && (
        <div class="share-trouble" role="alert">
          <p>{failed.length} 份没有生成，名单也写在 ZIP 里：</p>
          <ul>
            {failed.slice(0, 5).map(({ name, message }) => (
              <li key={name}>
                {name}：{message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="share-ways">
        <Button kind="primary" icon="export" onClick={() => saveFile(file)}>
          存到本机
        </Button>
      </div>
    </>
  );
}
