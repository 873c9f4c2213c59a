/** A word that a thing is done, with at most one action. Never for errors that need a hand. */
import './toast.css';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

interface Toast {
  readonly text: string;
  readonly action: ToastAction | null;
}

const SHOWN_MS = 6000;
const current = signal<Toast | null>(null);

export function toast(text: string, action: ToastAction | null = null): void {
  current.value = { text, action };
}

/** The one place where toasts appear; it stands in the app's frame. */
export function Toasts() {
  const shown = current.value;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(() => {
      if (current.value === shown) current.value = null;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, held]);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown && (
        <div class="toast" onFocusIn={() => setHeld(true)} onFocusOut={() => setHeld(false)}>
          <span>{shown.text}</span>
          {shown.action && (
            <button
              type="button"
              onClick={() => {
                shown.action?.run();
                current.value = null;
                setHeld(false);
              }}
            >
              {shown.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
