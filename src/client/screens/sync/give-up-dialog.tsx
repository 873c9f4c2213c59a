/** 放弃, with a reason: the office reads it, and the content stays on this device. */
import { useState } from 'preact/hooks';
import { giveUp } from '../../store/decisions.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import type { RefusedRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';

/** What it mostly is; a tap fills it in. */
const USUAL = ['已另行登记', '重复了', '记录有误'];

export function GiveUpDialog(props: {
  readonly row: RefusedRow;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { row, open, onClose } = props;
  const { author } = useWorkplace();
  const [reason, setReason] = useState('');
  const [error, setError] = useState('');
  const drop = async () => {
    if (reason.trim() === '') {
      setError('请写明为什么放弃，办公室要看得到。');
      return;
    }
    try {
      await giveUp(author, row, reason.trim());
      onClose();
      toast('已放弃，内容仍留在本机备查');
    } catch (trouble) {
      setError(StorageTrouble.of(trouble).message);
    }
  };
  return (
    <Dialog
      title="放弃这一条？"
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="danger" icon="trash" onClick={drop}>
            确认放弃
          </Button>
        </>
      }
    >
      <p>
        <b>{row.title}</b>
      </p>
      <p>放弃后不再上传，也不再提醒；内容留在本机，谁、何时、为什么会告诉办公室。</p>
      <div class="give-up-usual" role="group" aria-label="常用理由">
        {USUAL.map((word) => (
          <Button
            key={word}
            kind="outlined"
            onClick={() => {
              setReason(word);
              setError('');
            }}
          >
            {word}
          </Button>
        ))}
      </div>
      <TextArea
        label="放弃的理由"
        value={reason}
        onInput={(value) => {
          setReason(value);
          setError('');
        }}
        maxLength={500}
        error={error}
      />
    </Dialog>
  );
}
