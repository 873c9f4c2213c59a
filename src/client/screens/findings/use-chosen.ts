/** Which problem of the ledger is open, by its address, and the steps from it to the next. */
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { TableHandle } from './ledger-table.tsx';
import type { LedgerView } from './ledger-view.ts';
import { rowsOfPage } from './visible-rows.ts';

export function useChosen(view: LedgerView, question: string) {
  const { query, route } = useLocation();
  const handle = useRef<TableHandle | null>(null);
  const id = query.id ?? null;
  const found = id === null ? -1 : view.indexOf(id);
  // Its page may have been let go of since.
  const lastAt = useRef(-1);
  if (found >= 0) lastAt.current = found;
  const at = id === null ? -1 : found;
  const coming = useRef<number | null>(null);
  const choose = (next: string | null) => {
    route(next === null ? '/findings' : `/findings?id=${next}`, true);
  };
  const chooseAt = (place: number) => {
    const row = view.rowAt(place);
    coming.current = row ? null : place;
    if (row) choose(row.finding.id);
    else view.want(place, place + 1);
  };
  const goTo = (place: number) => {
    if (view.total === 0) return;
    const next = Math.max(0, Math.min(place, view.total - 1));
    lastAt.current = next;
    handle.current?.show(next, true);
    chooseAt(next);
  };
  useEffect(() => {
    if (coming.current !== null && view.rowAt(coming.current)) chooseAt(coming.current);
  });
  // One that was opened by its address is shown where it stands.
  useEffect(() => {
    if (id === null || found >= 0) return;
    let alive = true;
    view.seek(id).then((place) => {
      if (!alive || place === null) return;
      lastAt.current = place;
      view.want(place, place + 1);
      handle.current?.show(place, false);
    });
    return () => {
      alive = false;
    };
  }, [id, question, found >= 0]);
  const from = id === null ? -1 : lastAt.current;
  const page = () => {
    const scroll = handle.current?.scroll();
    return scroll ? rowsOfPage(scroll) : 1;
  };
  return {
    id,
    at,
    handle,
    choose,
    chooseAt,
    next: () => goTo(from + 1),
    previous: () => goTo(from < 0 ? 0 : from - 1),
    pageDown: () => goTo(Math.max(from, 0) + page()),
    pageUp: () => goTo(Math.max(from, 0) - page()),
    first: () => goTo(0),
    last: () => goTo(view.total - 1),
    /** Closes the problem and gives the focus back to its row. */
    close: () => {
      const place = lastAt.current;
      choose(null);
      if (place >= 0) handle.current?.show(Math.min(place, view.total - 1), true);
    },
  };
}
