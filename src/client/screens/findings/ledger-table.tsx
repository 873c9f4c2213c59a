/** The dense table of the desk: of any length, drawn where one looks; found at the left, opened at the right. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LedgerFilter, LedgerSort } from '../../../protocol/ledger.ts';
import { COLUMN_COUNT, LedgerHead } from './ledger-head.tsx';
import { LedgerLine } from './ledger-line.tsx';
import type { LedgerView } from './ledger-view.ts';
import { ROW, type Scroll, scrollTo, visibleRows } from './visible-rows.ts';

export interface TableHandle {
  /** Brings the row into sight and, with `focus`, puts the focus on it. */
  show(at: number, focus: boolean): void;
  scroll(): Scroll;
}

export function LedgerTable(props: {
  readonly view: LedgerView;
  /** Place of the chosen row; −1 for none. */
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
  readonly now: number;
  readonly filter: LedgerFilter;
  readonly onSort: (sort: LedgerSort) => void;
  /** Changes with the question, so that the list begins anew. */
  readonly question: string;
  /** By how many rows the last refresh has moved what is looked at. */
  readonly shift: { readonly by: number; readonly tick: number };
  /** Whether what is shown still answers the question before. */
  readonly busy: boolean;
  readonly handle: { current: TableHandle | null };
}) {
  const { view, chosen, now, question, shift, handle } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState<Scroll>({ top: 0, height: 900 });
  const focusAt = useRef<number | null>(null);
  const held = useRef(false);
  /** Where it stands now, which the last drawing may not know yet. */
  const place = (): Scroll => {
    const element = frame.current;
    return element ? { top: element.scrollTop, height: element.clientHeight } : scroll;
  };
  const read = () => setScroll(place());
  const moveTo = (top: number) => {
    if (frame.current) frame.current.scrollTop = top;
    read();
  };
  handle.current = {
    scroll: place,
    show(at, focus) {
      if (focus) focusAt.current = at;
      moveTo(scrollTo(at, place()));
    },
  };
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => moveTo(0), [question]);
  // Rows that came in above must not push the others from under the eye.
  useLayoutEffect(() => {
    const top = frame.current?.scrollTop ?? 0;
    if (shift.by !== 0) moveTo(Math.max(0, top + shift.by * ROW));
  }, [shift.tick]);
  const { from, to } = visibleRows(scroll, view.total);
  useEffect(() => view.want(from, to), [view, from, to]);
  useLayoutEffect(() => {
    const element = frame.current;
    const wanted = focusAt.current;
    if (!element) return;
    if (wanted !== null) {
      const button = element.querySelector<HTMLElement>(`[data-at="${wanted}"] button`);
      if (!button) return;
      button.focus({ preventScroll: true });
      focusAt.current = null;
      return;
    }
    // The row that had the focus was scrolled away: the keys go on from the list itself.
    const lost = held.current && document.activeElement === document.body;
    if (lost) element.focus({ preventScroll: true });
  });
  const places = Array.from({ length: to - from }, (_, nth) => from + nth);
  const tabbed = chosen >= from && chosen < to ? chosen : Math.ceil(scroll.top / ROW);
  return (
    <section
      class="ledger-scroll"
      aria-label="问题表"
      ref={frame}
      tabIndex={-1}
      onScroll={read}
      onFocusIn={() => {
        held.current = true;
      }}
      onFocusOut={(event) => {
        held.current = event.relatedTarget === null;
      }}
    >
      <table class="ledger-table" aria-rowcount={view.total + 1} aria-busy={props.busy}>
        <LedgerHead filter={props.filter} onSort={props.onSort} />
        <Gap rows={from} />
        <tbody>
          {places.map((at) => (
            <LedgerLine
              key={at}
              at={at}
              row={view.rowAt(at)}
              chosen={at === chosen}
              tabbed={at === tabbed}
              onChoose={props.onChoose}
              now={now}
            />
          ))}
        </tbody>
        <Gap rows={view.total - to} />
      </table>
    </section>
  );
}

/** In the place of the rows that are not drawn. */
function Gap({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr class="ledger-gap">
        <td colSpan={COLUMN_COUNT} style={{ height: `${rows * ROW}px` }} />
      </tr>
    </tbody>
  );
}
