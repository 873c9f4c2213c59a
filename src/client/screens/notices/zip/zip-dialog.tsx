/** 打包下载: all notices of a round as PDFs in one ZIP. */
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FontProgressLine } from '../../../ui/font-progress.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { useRounds } from '../../../ui/use-city.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useOffice } from '../../../ui/use-office.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { noticeEntries } from './notice-entries.ts';
import { useZip } from './use-zip.ts';
import { ZipStage } from './zip-stage.tsx';

export function ZipDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { db } = useWorkplace();
  const office = useOffice();
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
              onClick={() => {
                if (!round || !office) return;
                zipper.make(`督查通知书 ${round.name}`, (stop) =>
                  noticeEntries(db, office, notices ?? [], stop),
                );
              }}
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
      {state.kind !== 'choosing' && <ZipStage state={state} />}
    </Dialog>
  );
}
