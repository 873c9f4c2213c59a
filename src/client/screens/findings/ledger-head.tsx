import type { LedgerFilter, LedgerSort } from '../../../protocol/ledger.ts';
import { Icon } from '../../ui/icon.tsx';

interface HeadColumn {
  readonly sort: LedgerSort;
  readonly name: string;
  /** Left out where the table is narrow. */
  readonly wide?: true;
}

const HEAD_COLUMNS: readonly HeadColumn[] = [
  { sort: 'point', name: '问题与点位' },
  { sort: 'unit', name: '责任单位' },
  { sort: 'street', name: '街道', wide: true },
  { sort: 'category', name: '类型', wide: true },
  { sort: 'number', name: '通知书' },
  { sort: 'recorded', name: '登记', wide: true },
  { sort: 'due', name: '期限' },
  { sort: 'urgency', name: '缓急' },
  { sort: 'state', name: '状态' },
  { sort: 'rework', name: '退回' },
];

export const COLUMN_COUNT = HEAD_COLUMNS.length;

/** Each column sorts; pressed again, the other way. */
export function LedgerHead(props: {
  readonly filter: LedgerFilter;
  readonly onSort: (sort: LedgerSort) => void;
}) {
  const { filter, onSort } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {HEAD_COLUMNS.map(({ sort, name, wide }) => {
          const on = filter.sort === sort;
          const way = filter.dir === 'asc' ? 'ascending' : 'descending';
          return (
            <th
              key={sort}
              scope="col"
              class={`ledger-col-${sort}${wide ? ' ledger-wide' : ''}`}
              aria-sort={on ? way : 'none'}
            >
              <button type="button" class="ledger-sort" onClick={() => onSort(sort)}>
                {name}
                {on && (
                  <Icon
                    name={filter.dir === 'asc' ? 'chevron-up' : 'chevron-down'}
                    size={14}
                    weight={2.4}
                  />
                )}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
