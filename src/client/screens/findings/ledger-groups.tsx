/** The same counts by unit, type, street or round: each line adds up, and so does the foot. */
import './ledger-groups.css';
import { civilDateOf } from '../../../domain/civil.ts';
import { HEAPS, sayWithin } from '../../../domain/ledger.ts';
import {
  filterText,
  type LedgerCounts,
  type LedgerFilter,
  type LedgerGrouping,
  LedgerGroups,
} from '../../../protocol/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useAfterContact } from '../office/use-after-contact.ts';
import { useAnswer } from '../office/use-answer.ts';

const FIELDS = {
  unit: 'unitId',
  category: 'category',
  street: 'streetId',
  round: 'roundId',
} as const satisfies Record<LedgerGrouping, keyof LedgerFilter>;
const NAMES = { unit: '责任单位', category: '点位类型', street: '街道', round: '轮次' } as const;
const INSIDE = ['overdue', 'twice', 'soon', 'review', 'recheck'] as const;

export function LedgerGroupsTable(props: {
  readonly by: LedgerGrouping;
  readonly filter: LedgerFilter;
  readonly onChoose: (change: Partial<LedgerFilter>) => void;
}) {
  const { by, filter } = props;
  const month = civilDateOf(useNow()).slice(0, 7);
  // The counts have a column for every state.
  const asked = filterText({ ...filter, state: '' });
  const { answer, again } = useAnswer(`/api/ledger/groups?by=${by}&${asked}`, LedgerGroups);
  useAfterContact(async () => again());
  if (!answer) return <div class="ledger-scroll" />;
  if (!answer.ok) {
    return (
      <Empty icon="no-network" text={answer.message}>
        <Button kind="outlined" onClick={again}>
          重试
        </Button>
      </Empty>
    );
  }
  const { groups, total } = answer.value;
  return (
    <section class="ledger-scroll" aria-label={`按${NAMES[by]}的数量`}>
      <table class="ledger-counts">
        <thead>
          <tr>
            <th scope="col">{NAMES[by]}</th>
            <th scope="col">总数</th>
            {HEAPS.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            {INSIDE.map((within) => (
              <th key={within} scope="col" class="ledger-inside">
                {sayWithin(within)}
              </th>
            ))}
            {by === 'unit' && <th scope="col">对账单</th>}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, counts }) => (
            <tr key={id}>
              <th scope="row">
                <button
                  type="button"
                  class="ledger-group"
                  onClick={() => props.onChoose({ [FIELDS[by]]: id })}
                >
                  {name === '' ? '（未填）' : name}
                </button>
              </th>
              <Counted counts={counts} />
              {by === 'unit' && (
                <td>
                  <a
                    class="ledger-statement"
                    href={`/statements?unit=${id}&month=${month}`}
                    aria-label={`${name}对账单`}
                  >
                    打开
                  </a>
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <Counted counts={total} />
            {by === 'unit' && <td />}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Counted({ counts }: { readonly counts: LedgerCounts }) {
  return (
    <>
      <td>
        <b>{counts.total}</b>
      </td>
      {HEAPS.map(({ id }) => (
        <td key={id}>{counts.of[id]}</td>
      ))}
      {INSIDE.map((within) => (
        <td
          key={within}
          class={
            within === 'overdue' && counts.of[within] > 0 ? 'ledger-inside late' : 'ledger-inside'
          }
        >
          {counts.of[within]}
        </td>
      ))}
    </>
  );
}
