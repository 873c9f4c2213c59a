/** The dense table of the desk: found at the left, opened at the right. */
import { civilDateOf, sayShortDate } from '../../../domain/civil.ts';
import { Icon } from '../../ui/icon.tsx';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { StateWord } from '../../ui/state-chip.tsx';
import type { LedgerRow } from './ledger.ts';
import { useMore } from './use-more.ts';

export function LedgerTable(props: {
  readonly rows: readonly LedgerRow[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly now: number;
  /** Changes with the filter, so that the list begins anew. */
  readonly reset: string;
}) {
  const { rows, chosen, onChoose, now, reset } = props;
  const at = rows.findIndex((row) => row.finding.id === chosen);
  const { shown, foot } = useMore(rows.length, reset, at);
  return (
    <div class="ledger-scroll">
      <table class="ledger-table">
        <thead>
          <tr>
            <th scope="col">问题与点位</th>
            <th scope="col">责任单位</th>
            <th scope="col">通知书</th>
            <th scope="col">期限</th>
            <th scope="col">
              <span class="unseen">超期或临期</span>
            </th>
            <th scope="col">状态</th>
            <th scope="col">照片</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <LedgerLine
              key={row.finding.id}
              row={row}
              chosen={row.finding.id === chosen}
              onChoose={onChoose}
              now={now}
            />
          ))}
        </tbody>
      </table>
      <div ref={foot} />
    </div>
  );
}

function LedgerLine(props: {
  readonly row: LedgerRow;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
  readonly now: number;
}) {
  const { finding, unitName, shortNumber, lateness } = props.row;
  const look = [props.chosen ? 'chosen' : '', lateness.kind === 'overdue' ? 'late' : ''].join(' ');
  const due = finding.dueAt === null ? '—' : sayShortDate(civilDateOf(finding.dueAt));
  return (
    <tr
      class={look}
      data-finding={finding.id}
      aria-current={props.chosen ? 'true' : undefined}
      onClick={() => props.onChoose(finding.id)}
    >
      <td>
        <button type="button" class="ledger-open">
          <b>{finding.text}</b>
          <span>{finding.pointName}</span>
        </button>
      </td>
      <td>{unitName}</td>
      <td>{shortNumber === '' ? '—' : shortNumber}</td>
      <td>{due}</td>
      <td>
        <LatenessChip dueAt={finding.dueAt} state={finding.state} now={props.now} small />
      </td>
      <td>
        <StateWord state={finding.state} />
      </td>
      <td>
        {finding.photoCount > 0 && (
          <span class="ledger-photos">
            <Icon name="camera" size={18} />
            {finding.photoCount}
            <span class="unseen">张</span>
          </span>
        )}
      </td>
    </tr>
  );
}
