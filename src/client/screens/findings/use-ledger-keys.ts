import { useEffect, useRef } from 'preact/hooks';

interface LedgerKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly search: () => void;
  readonly close: () => void;
}

/** J K to move, / to search, Esc to close; silent while one types or a dialog is open. */
export function useLedgerKeys(keys: LedgerKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (document.querySelector('dialog[open]')) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, textarea, select')) {
        if (event.key === 'Escape') target.blur();
        return;
      }
      const act = actOf(event.key, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function actOf(key: string, keys: LedgerKeys): (() => void) | null {
  const acts: Readonly<Record<string, () => void>> = {
    j: keys.next,
    k: keys.previous,
    '/': keys.search,
    escape: keys.close,
  };
  return acts[key.toLowerCase()] ?? null;
}
