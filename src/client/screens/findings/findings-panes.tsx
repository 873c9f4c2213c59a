import { useLocation } from 'preact-iso';
import { NO_FILTER } from '../../../protocol/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { FindingDetail } from '../finding/finding-detail.tsx';
import { useIssueCall } from '../issue/issue-call.tsx';
import { RecheckCall } from '../rechecks/recheck-call.tsx';
import { type KeptFilter, useFilter } from './filter-kept.ts';
import { FindingList } from './finding-list.tsx';
import { filterLedger, type LedgerRow } from './ledger.ts';
import { sortLedger } from './ledger-order.ts';
import { StateSelect } from './state-select.tsx';
import { useLedger } from './use-ledger.ts';

/** The list, and beside it the chosen problem where the screen is wide enough. */
export function FindingsPanes() {
  const { session } = useWorkplace();
  const { query, route } = useLocation();
  const now = useNow();
  const ledger = useLedger();
  const wide = useMedia('(min-width: 960px)');
  const walks = session.role === 'inspector';
  const [filter, setFilter] = useFilter(walks ? 'team' : 'all');
  const issueCall = useIssueCall();
  if (!ledger) return <Page title="问题">{null}</Page>;
  const { rows, teams } = ledger;
  const own = whose(rows, walks ? filter.whose : 'all', session.accountId, teams);
  // The small screen has no control of its own for the rest.
  const shown = sortLedger(
    filterLedger(own, { ...NO_FILTER, search: filter.search, state: filter.state }),
    NO_FILTER,
  );
  const chosen = wide ? (query.id ?? null) : null;
  const open = shown.find((row) => row.finding.id === chosen);
  const filtered = filter.search !== '' || filter.state !== '';
  return (
    <Page
      title="问题"
      facts={`未销号 ${own.filter(isUnclosed).length} · 共 ${own.length}`}
      layout="panes"
      action={issueCall}
    >
      <Pane
        label="问题列表"
        width={wide ? 'list' : 'fill'}
        head={
          <>
            <div class="findings-head">
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
            </div>
            <RecheckCall />
            {walks && (
              <Tabs
                label="谁登记的"
                value={filter.whose}
                onChange={(id) => {
                  if (isWhose(id)) setFilter({ ...filter, whose: id });
                }}
                tabs={[
                  { id: 'mine', label: '我登记的', count: count('mine') },
                  { id: 'team', label: '本组', count: count('team') },
                  { id: 'all', label: '全部', count: rows.length },
                ]}
              />
            )}
          </>
        }
      >
        <FindingList
          rows={shown}
          chosen={chosen}
          onChoose={wide ? (id) => route(`/findings?id=${id}`, true) : null}
          now={now}
          reset={JSON.stringify(filter)}
          filtered={filtered}
          onClear={() => setFilter({ ...filter, ...NO_FILTER })}
        />
      </Pane>
      {wide && (
        <Pane label="问题详情" ground="surface">
          {open ? (
            <>
              <FindingDetail key={open.finding.id} finding={open.finding} wide={false} />
              <p class="findings-more">
                <Button
                  kind="outlined"
                  href={`/findings/${open.finding.id}`}
                  iconEnd="chevron-right"
                >
                  单独打开
                </Button>
              </p>
            </>
          ) : (
            shown.length > 0 && (
              <Empty icon="flag" text="在左边选一个问题，这里看照片、期限和经过。" />
            )
          )}
        </Pane>
      )}
    </Page>
  );

  function count(id: KeptFilter['whose']): number {
    return whose(rows, id, session.accountId, teams).length;
  }
}

function isWhose(id: string): id is KeptFilter['whose'] {
  return id === 'mine' || id === 'team' || id === 'all';
}

function isUnclosed(row: LedgerRow): boolean {
  return row.finding.state !== 'closed' && row.finding.state !== 'voided';
}

/** One's own, the group's (everything for who is in no group), or all. */
function whose(
  rows: readonly LedgerRow[],
  who: KeptFilter['whose'],
  accountId: string,
  teams: readonly { readonly id: string; readonly memberIds: readonly string[] }[] = [],
): readonly LedgerRow[] {
  if (who === 'all') return rows;
  if (who === 'mine') return rows.filter((row) => row.finding.by === accountId);
  const mine = teams.filter((team) => team.memberIds.includes(accountId)).map((team) => team.id);
  return mine.length === 0 ? rows : rows.filter((row) => mine.includes(row.finding.teamId));
}
