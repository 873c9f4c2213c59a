/** The ledger by the keyboard alone; silent while one types or a dialog is open. */
import { useEffect, useRef } from 'preact/hooks';

export interface LedgerKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly pageDown: () => void;
  readonly pageUp: () => void;
  readonly first: () => void;
  readonly last: () => void;
  /** Into the problem beside the table. */
  readonly enter: () => void;
  readonly search: () => void;
  readonly close: () => void;
}

export const KEYS_SAID = [
  ['J', 'K', '上下'],
  ['PgUp', 'PgDn', '翻页'],
  ['Home', 'End', '首尾'],
  ['Enter', '', '进入'],
  ['/', '', '搜索'],
  ['Esc', '', '返回'],
] as const;

const ACTS: Readonly<Record<string, keyof LedgerKeys>> = {
  j: 'next',
  k: 'previous',
  arrowdown: 'next',
  arrowup: 'previous',
  pagedown: 'pageDown',
  pageup: 'pageUp',
  home: 'first',
  end: 'last',
  enter: 'enter',
  '/': 'search',
  escape: 'close',
};

/** Keys that other controls, and the problem beside the table when one reads it, have a use for. */
const OF_THE_TABLE = new Set([
  'arrowdown',
  'arrowup',
  'pagedown',
  'pageup',
  'home',
  'end',
  'enter',
]);

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
      const key = event.key.toLowerCase();
      const act = ACTS[key];
      if (act === undefined || (OF_THE_TABLE.has(key) && isElsewhere(target))) return;
      event.preventDefault();
      latest.current[act]();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Whether the focus is on something that is neither the page itself nor a row of the table. */
function isElsewhere(target: HTMLElement | null): boolean {
  if (target === null || target === document.body) return false;
  return target.closest('.ledger-scroll') === null || target.closest('.ledger-sort') !== null;
}
