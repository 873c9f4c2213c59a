/** 作废 with a reason: for a problem or a notice. What was typed stays while the dialog is shut. */
import { useEffect, useState } from 'preact/hooks';
import { type Outcome, sayRefusal } from '../../../protocol/refusals.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';

export function VoidDialog(props: {
  readonly open: boolean;
  readonly title: string;
  /** The thing, by its number or words. */
  readonly subject: string;
  /** What will happen, in one sentence. */
  readonly consequence: string;
  /** What a refused 作废 gave as its reason, to be corrected; empty for none. */
  readonly first?: string;
  readonly onClose: () => void;
  readonly act: (reason: string) => Promise<Outcome>;
  readonly onDone: () => void;
}) {
  const { first = '' } = props;
  const [reason, setReason] = useState(first);
  useEffect(() => {
    if (first !== '') setReason(first);
  }, [first]);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (reason.trim() === '') {
      setError('请写明作废的理由，记录里要看得到。');
      return;
    }
    setBusy(true);
    try {
      const outcome = await props.act(reason.trim());
      if (!outcome.ok) {
        setError(sayRefusal(outcome.reason, outcome.detail));
        return;
      }
      setReason('');
      props.onDone();
    } catch (trouble) {
      console.error(trouble);
      setError('没有存上，写的内容还在，请再试一次。');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={props.title}
      open={props.open}
      onClose={props.onClose}
      actions={
        <>
          <Button kind="outlined" onClick={props.onClose}>
            取消
          </Button>
          <Button kind="danger" disabled={busy} onClick={submit}>
            确认作废
          </Button>
        </>
      }
    >
      <p>
        <b>{props.subject}</b>
      </p>
      <p>{props.consequence}</p>
      <TextArea
        label="作废理由"
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
