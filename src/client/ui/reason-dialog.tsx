/** A step that cannot be taken back, or that others have to read of: what it does, and why it is done. */
import './reason-dialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { StorageTrouble } from '../store/storage-trouble.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './text-area.tsx';

/** What was typed stays while the dialog is shut. */
export function ReasonDialog(props: {
  readonly open: boolean;
  readonly title: string;
  /** What it is about and what will happen. */
  readonly children: ComponentChildren;
  readonly label: string;
  /** Said where no reason is given: who has to read it. */
  readonly missing: string;
  readonly confirm: string;
  /** What it mostly is; a tap fills it in. */
  readonly usual?: readonly string[];
  /** A reason given before, to be corrected; empty for none. */
  readonly first?: string;
  readonly onClose: () => void;
  /** Resolves to why it was not done, in words; null where it was. */
  readonly act: (reason: string) => Promise<string | null>;
  readonly onDone: () => void;
}) {
  const { first = '', usual = [] } = props;
  const [reason, setReason] = useState(first);
  useEffect(() => {
    if (first !== '') setReason(first);
  }, [first]);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const say = (words: string) => {
    setReason(words);
    setError('');
  };
  const submit = async () => {
    if (reason.trim() === '') {
      setError(props.missing);
      return;
    }
    setBusy(true);
    try {
      const trouble = await props.act(reason.trim());
      if (trouble !== null) {
        setError(trouble);
        return;
      }
      setReason('');
      props.onDone();
    } catch (trouble) {
      console.error(trouble);
      setError(StorageTrouble.of(trouble).message);
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
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
      {usual.length > 0 && (
        <div class="reason-usual" role="group" aria-label="常用理由">
          {usual.map((words) => (
            <Button key={words} kind="outlined" onClick={() => say(words)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <TextArea label={props.label} value={reason} onInput={say} maxLength={500} error={error} />
    </Dialog>
  );
}
