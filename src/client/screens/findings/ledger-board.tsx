/** The desk itself: counts that add up, filters, the table, the problem beside it. */
import './ledger.css';
import { useEffect, useRef } from 'preact/hooks';
import * as z from 'zod/mini';
import {
  LEDGER_GROUPINGS,
  type LedgerChoices,
  type LedgerCounts,
  type LedgerFilter,
  type LedgerSort,
} from '../../../protocol/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useLive } from '../../ui/use-live.ts';
import { LedgerEquation } from './ledger-equation.tsx';
import { LedgerFilters } from './ledger-filters.tsx';
import { LedgerFoot } from './ledger-foot.tsx';
import { LedgerGroupsTable } from './ledger-groups.tsx';
import { LedgerSheet } from './ledger-sheet.tsx';
import { LedgerTable, type TableHandle } from './ledger-table.tsx';
import { LedgerTools } from './ledger-tools.tsx';
import type { LedgerView } from './ledger-view.ts';
import { useChosen } from './use-chosen.ts';
import { useKept } from './use-kept.ts';
import { useLedgerKeys } from './use-ledger-keys.ts';

const SEEN = [
  { id: 'list', label: '明细' },
  { id: 'unit', label: '按单位' },
  { id: 'category', label: '按类型' },
  { id: 'street', label: '按街道' },
  { id: 'round', label: '按轮次' },
] as const;

/** Kept in this tab: list or counts, the same after a reload. */
const Seen = z.object({ seen: z.enum(['list', ...LEDGER_GROUPINGS]) });

export interface BoardProps {
  readonly view: LedgerView;
  readonly counts: LedgerCounts;
  readonly choices: LedgerChoices | null;
  readonly filter: LedgerFilter;
  readonly set: (change: Partial<LedgerFilter>) => void;
  readonly clear: () => void;
  readonly question: string;
  readonly shift: { readonly by: number; readonly tick: number };
  readonly busy: boolean;
  readonly now: number;
  readonly facts: string;
  /** What must be said beside the counts; empty for nothing. */
  readonly note: string;
  /** Whether the office answers: views, groups and files are its own. */
  readonly online: boolean;
  /** Told where the table is, which moves by itself between two drawings of the board. */
  readonly follow: (table: { readonly current: TableHandle | null }) => void;
}

export function LedgerBoard(props: BoardProps) {
  const { view, counts, choices, filter, set, question, now, online } = props;
  const root = useRef<HTMLDivElement>(null);
  const [{ seen }, setSeen] = useKept<z.infer<typeof Seen>>('xundian-ledger-seen', Seen, {
    seen: 'list',
  });
  const chosen = useChosen(view, question);
  const { id, at } = chosen;
  const here = useLive(
    async (db) => (id === null ? null : ((await db.finding.get(id)) ?? null)),
    [id],
  );
  const open = here ?? (at >= 0 ? view.rowAt(at)?.finding : undefined);
  useEffect(() => props.follow(chosen.handle));
  const inside = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
  useLedgerKeys({
    ...chosen,
    enter: () => {
      if (id === null) chosen.next();
      else inside('.ledger-sheet-head button:not(:disabled)')?.focus();
    },
    search: () => inside('input[type=search]')?.focus(),
  });
  const sort = (by: LedgerSort) => {
    const again = filter.sort === by && filter.dir === 'asc';
    set({ sort: by, dir: again ? 'desc' : 'asc' });
  };
  const listed = seen === 'list' || !online;
  return (
    <Page
      title="问题台账"
      facts={props.facts}
      layout="panes"
      tools={<LedgerTools filter={filter} matched={view.total} set={set} online={online} />}
    >
      <div class="ledger" ref={root}>
        <LedgerEquation counts={counts} state={filter.state} onState={(state) => set({ state })} />
        {props.note !== '' && (
          <p class="ledger-note" role="status">
            {props.note}
          </p>
        )}
        <div class="ledger-below">
          <section class="ledger-main" aria-label="问题台账">
            <LedgerFilters filter={filter} choices={choices} set={set} clear={props.clear} />
            {online && (
              <Tabs
                label="怎么看"
                tabs={SEEN}
                value={seen}
                onChange={(next) => {
                  const found = SEEN.find((one) => one.id === next);
                  if (found) setSeen({ seen: found.id });
                }}
              />
            )}
            {!listed && (
              <LedgerGroupsTable
                by={seen}
                filter={filter}
                onChoose={(change) => {
                  set(change);
                  setSeen({ seen: 'list' });
                }}
              />
            )}
            {listed && view.total > 0 && (
              <LedgerTable
                view={view}
                chosen={at}
                onChoose={chosen.chooseAt}
                now={now}
                filter={filter}
                onSort={sort}
                question={question}
                shift={props.shift}
                busy={props.busy}
                handle={chosen.handle}
              />
            )}
            {listed && view.total === 0 && (
              <Nothing counts={counts} filter={filter} clear={props.clear} />
            )}
            <LedgerFoot filter={filter} total={view.total} all={counts.total} />
          </section>
          {open && listed && (
            <LedgerSheet
              key={open.id}
              finding={open}
              onPrevious={at > 0 ? chosen.previous : null}
              onNext={at < view.total - 1 ? chosen.next : null}
              onClose={chosen.close}
            />
          )}
        </div>
      </div>
    </Page>
  );
}

function Nothing(props: {
  readonly counts: LedgerCounts;
  readonly filter: LedgerFilter;
  readonly clear: () => void;
}) {
  const { sort: _sort, dir: _dir, dates: _dates, ...narrowing } = props.filter;
  const filtered = Object.values(narrowing).some((value) => value !== '');
  return filtered || props.counts.total > 0 ? (
    <Empty icon="search" text="没有符合条件的问题。">
      <Button kind="outlined" onClick={props.clear}>
        清除条件
      </Button>
    </Empty>
  ) : (
    <Empty icon="flag" text="还没有问题。督查组在现场登记、平板联网后，这里会自动出现。" />
  );
}
