/** The supervisor's desk: counts that add up, the dense table, the problem beside it. */

import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import './ledger.css';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useIssueCall } from '../issue/issue-call.tsx';
import { useFilter } from './filter-kept.ts';
import { countLedger, filterLedger, NO_FILTER } from './ledger.ts';
import { LedgerEquation } from './ledger-equation.tsx';
import { LedgerSheet } from './ledger-sheet.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { StateSelect } from './state-select.tsx';
import { useLedger } from './use-ledger.ts';
import { useLedgerKeys } from './use-ledger-keys.ts';

export function LedgerDesk() {
  const { query, route } = useLocation();
  const now = useNow();
  const ledger = useLedger();
  const [filter, setFilter] = useFilter('all');
  const root = useRef<HTMLDivElement>(null);
  const rows = ledger?.rows ?? [];
  const shown = filterLedger(rows, filter);
  const issueCall = useIssueCall();
  const chosen = query.id ?? null;
  const at = shown.findIndex((row) => row.finding.id === chosen);
  const open = rows.find((row) => row.finding.id === chosen);
  const choose = (id: string | null) => {
    route(id === null ? '/findings' : `/findings?id=${id}`, true);
  };
  const step = (by: 1 | -1) => {
    const next = shown[at < 0 ? 0 : at + by];
    if (!next) return;
    choose(next.finding.id);
    requestAnimationFrame(() => {
      const line = root.current?.querySelector(`[data-finding="${next.finding.id}"]`);
      line?.scrollIntoView({ block: 'nearest' });
    });
  };
  useLedgerKeys({
    next: () => step(1),
    previous: () => step(-1),
    search: () => root.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
    close: () => choose(null),
  });
  if (!ledger) return <Page title="问题台账">{null}</Page>;
  return (
    <Page title="问题台账" facts="全部轮次" layout="panes">
      <div class="ledger" ref={root}>
        <LedgerEquation
          counts={countLedger(rows)}
          state={filter.state}
          onState={(state) => setFilter({ ...filter, state })}
        />
        <div class="ledger-below">
          <section class="ledger-main" aria-label="问题台账">
            <div class="ledger-filters">
              <SearchBox
                label="搜索问题"
                placeholder="问题、点位、单位、文号"
                value={filter.search}
                onInput={(search) => setFilter({ ...filter, search })}
              />
              <StateSelect
                value={filter.state}
                onChange={(state) => setFilter({ ...filter, state })}
              />
              <FilterSelect
                label="责任单位"
                value={filter.unitId}
                choices={ledger.units}
                onChange={(unitId) => setFilter({ ...filter, unitId })}
              />
              <FilterSelect
                label="街道"
                value={filter.streetId}
                choices={ledger.streets}
                onChange={(streetId) => setFilter({ ...filter, streetId })}
              />
              <FilterSelect
                label="类型"
                value={filter.category}
                choices={ledger.categories}
                onChange={(category) => setFilter({ ...filter, category })}
              />
            </div>
            {shown.length > 0 ? (
              <LedgerTable
                rows={shown}
                chosen={chosen}
                onChoose={choose}
                now={now}
                reset={JSON.stringify(filter)}
              />
            ) : rows.length > 0 ? (
              <Empty icon="search" text="没有符合条件的问题。">
                <Button kind="outlined" onClick={() => setFilter({ ...filter, ...NO_FILTER })}>
                  清除条件
                </Button>
              </Empty>
            ) : (
              <Empty
                icon="flag"
                text="还没有问题。督查组在现场登记、平板联网后，这里会自动出现。"
              />
            )}
            <footer class="ledger-foot">
              <div class="ledger-foot-words">
                <p>
                  超期在前 · 显示 {shown.length} / {rows.length}
                </p>
                <p class="ledger-keys">
                  <kbd>J</kbd> <kbd>K</kbd> 上下 <kbd>/</kbd> 搜索 <kbd>Esc</kbd> 关闭
                </p>
              </div>
              {issueCall}
            </footer>
          </section>
          {open && (
            <LedgerSheet
              key={open.finding.id}
              finding={open.finding}
              onPrevious={at > 0 ? () => step(-1) : null}
              onNext={at < shown.length - 1 ? () => step(1) : null}
              onClose={() => choose(null)}
            />
          )}
        </div>
      </div>
    </Page>
  );
}
