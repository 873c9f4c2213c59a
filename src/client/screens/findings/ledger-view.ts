/** What the table draws from, whoever holds the rows: the office page by page, or this device. */
import type { Reckoning } from '../../../domain/lateness.ts';
import { type LedgerRow, rowOfLine } from './ledger.ts';
import type { LedgerWindow } from './ledger-window.ts';

export interface LedgerView {
  readonly total: number;
  /** Undefined while it is on its way. */
  rowAt(at: number): LedgerRow | undefined;
  /** −1 where it is not among the rows that are here. */
  indexOf(id: string): number;
  /** Where it stands in the whole list; null where it is not in it. */
  seek(id: string): Promise<number | null>;
  want(from: number, to: number): void;
}

export function viewOfRows(rows: readonly LedgerRow[]): LedgerView {
  const indexOf = (id: string) => rows.findIndex(({ finding }) => finding.id === id);
  return {
    total: rows.length,
    rowAt: (at) => rows[at],
    indexOf,
    async seek(id) {
      const at = indexOf(id);
      return at < 0 ? null : at;
    },
    want: () => undefined,
  };
}

export function viewOfWindow(window: LedgerWindow, reckoning: Reckoning): LedgerView {
  return {
    total: window.head?.matched ?? 0,
    rowAt(at) {
      const line = window.lineAt(at);
      return line && rowOfLine(line, reckoning);
    },
    indexOf: (id) => window.indexOf(id),
    seek: (id) => window.seek(id),
    want: (from, to) => window.want(from, to),
  };
}
