/** The native dialog: it traps focus and gives it back. Only for what needs a decision. */
import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

export function Dialog(props: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
  /** The buttons at the foot, 取消 at the left of the verb. */
  readonly actions?: ComponentChildren;
  /** `sheet` comes from the bottom on the phone; `wide` is for a picture. */
  readonly look?: 'dialog' | 'sheet' | 'wide';
}) {
  const { title, open, onClose, children, actions, look = 'dialog' } = props;
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the next frame, so that whoever closes it may then place the focus.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  // A dialog that leaves with its screen must not leave the page inert behind it.
  useEffect(() => () => element.current?.close(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a native dialog by Escape.
    <dialog
      ref={element}
      class={`dialog dialog-${look}`}
      aria-labelledby={heading}
      onClose={() => {
        if (open) onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {open && (
        <div class="dialog-box">
          <header class="dialog-head">
            <h2 id={heading} class="t-list">
              {title}
            </h2>
            {look !== 'dialog' && (
              <Button kind="plain" icon="close" label="关闭" onClick={onClose} />
            )}
          </header>
          <div class="dialog-body">{children}</div>
          {actions && <footer class="dialog-actions">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
