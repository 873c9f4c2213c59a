/** A decision with its form: what it does, what it asks for, and one verb. */
import './field.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { StorageTrouble } from '../store/storage-trouble.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export function DeedDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly children: ComponentChildren;
  readonly confirm: string;
  /** `danger` for what cannot be taken back. */
  readonly kind?: 'primary' | 'danger';
  readonly look?: 'dialog' | 'wide';
  readonly onClose: () => void;
  /** Resolves to why it was not done, in words; null where it was. */
  readonly act: () => Promise<string | null>;
  readonly onDone: () => void;
}) {
  const { open, title, children, confirm, kind = 'primary', look = 'dialog' } = props;
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const close = () => {
    setTrouble('');
    props.onClose();
  };
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const why = await props.act();
      setTrouble(why ?? '');
      if (why === null) props.onDone();
    } catch (error) {
      console.error(error);
      setTrouble(StorageTrouble.of(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      open={open}
      onClose={close}
      look={look}
      actions={
        <>
          <Button kind="outlined" onClick={close}>
            取消
          </Button>
          <Button kind={kind} disabled={busy} onClick={submit}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {trouble !== '' && (
        <p class="field-error" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  );
}
