/** The supervisor's desk: what the office holds of all rounds, or without a network what this device holds. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { filterText, NO_FILTER } from '../../../protocol/ledger.ts';
import { Page } from '../../ui/page.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useReckoning } from '../../ui/use-reckoning.ts';
import { questionOf, useFilter } from './filter-kept.ts';
import { countLedger, fitting, inLedgerState } from './ledger.ts';
import { LedgerBoard } from './ledger-board.tsx';
import { sortLedger } from './ledger-order.ts';
import type { TableHandle } from './ledger-table.tsx';
import { type LedgerView, viewOfRows, viewOfWindow } from './ledger-view.ts';
import { useLedger } from './use-ledger.ts';
import { useOfficeLedger } from './use-office-ledger.ts';
import { ROW } from './visible-rows.ts';

const STILL = { by: 0, tick: 0 } as const;

export function LedgerDesk() {
  const [filter, setFilter] = useFilter('all');
  const question = questionOf(filter);
  const reckoning = useReckoning(useNow());
  const shown = useRef<Shown | null>(null);
  const office = useOfficeLedger(question, () => anchorOf(shown.current));
  const set = (change: Partial<typeof question>) => setFilter({ ...filter, ...change });
  const clear = () => setFilter({ ...filter, ...NO_FILTER });
  const { window, trouble, choices } = office;
  const slow = useSlow(!trouble && !window?.head);
  if (trouble || slow)
    return (
      <DeviceDesk
        filter={question}
        set={set}
        clear={clear}
        why={trouble?.message ?? '服务器还没有答复'}
        offline={trouble?.offline ?? false}
      />
    );
  if (!window?.head) return <Page title="问题台账">{null}</Page>;
  const view = viewOfWindow(window, reckoning);
  return (
    <LedgerBoard
      view={view}
      counts={window.head.counts}
      choices={choices}
      filter={question}
      set={set}
      clear={clear}
      question={office.question}
      shift={office.shift}
      busy={office.question !== filterText(question)}
      now={reckoning.now}
      facts="全部轮次"
      note={window.head.gap}
      online
      follow={(table) => {
        shown.current = { view, table };
      }}
    />
  );
}

/** On a bad line what this device holds is there at once; the office's answer takes its place. */
const PATIENCE_MS = 1500;

function useSlow(waits: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!waits) return;
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waits]);
  return slow;
}

interface Shown {
  readonly view: LedgerView;
  readonly table: { readonly current: TableHandle | null };
}

/** The first row in sight, unless one looks at the very top: there what is new may show itself. */
function anchorOf(shown: Shown | null) {
  const top = shown?.table.current?.scroll().top ?? 0;
  if (!shown || top === 0) return null;
  const at = Math.ceil(top / ROW);
  const row = shown.view.rowAt(at);
  return row ? { id: row.finding.id, at } : null;
}

function DeviceDesk(props: {
  readonly filter: ReturnType<typeof questionOf>;
  readonly set: (change: Partial<ReturnType<typeof questionOf>>) => void;
  readonly clear: () => void;
  readonly why: string;
  readonly offline: boolean;
}) {
  const { filter, offline, why } = props;
  const now = useNow();
  const ledger = useLedger();
  if (!ledger) return <Page title="问题台账">{null}</Page>;
  const fits = ledger.rows.filter(fitting(filter));
  const rows = sortLedger(
    fits.filter((row) => inLedgerState(row, filter.state)),
    filter,
  );
  return (
    <LedgerBoard
      view={viewOfRows(rows)}
      counts={countLedger(fits)}
      choices={ledger.choices}
      filter={filter}
      set={props.set}
      clear={props.clear}
      question={JSON.stringify(filter)}
      shift={STILL}
      busy={false}
      now={now}
      facts="只显示本机内容"
      note={offline ? '离线，只显示本机内容' : `${why}（只显示本机内容）`}
      online={false}
      follow={() => undefined}
    />
  );
}
