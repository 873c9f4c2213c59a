import { civilDateOf, sayShortDate } from '../../../domain/civil.ts';
import { Icon } from '../../ui/icon.tsx';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { StateWord } from '../../ui/state-chip.tsx';
import type { LedgerRow } from './ledger.ts';
import { COLUMN_COUNT } from './ledger-head.tsx';

export function LedgerLine(props: {
  /** From 0; a screen reader counts the head as the first row. */
  readonly at: number;
  readonly row: LedgerRow | undefined;
  readonly chosen: boolean;
  /** The one row of the table that the tab key stops at. */
  readonly tabbed: boolean;
  readonly onChoose: (at: number) => void;
  readonly now: number;
}) {
  const { at, row, chosen } = props;
  if (!row) {
    return (
      <tr class="ledger-coming" aria-rowindex={at + 2} data-at={at}>
        <td colSpan={COLUMN_COUNT}>第 {at + 1} 行，正在从服务器取</td>
      </tr>
    );
  }
  const { finding, lateness } = row;
  const look = [chosen ? 'chosen' : '', lateness.kind === 'overdue' ? 'late' : ''].join(' ');
  return (
    <tr
      class={look}
      data-finding={finding.id}
      data-at={at}
      aria-rowindex={at + 2}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => props.onChoose(at)}
    >
      <td>
        <button type="button" class="ledger-open" tabIndex={props.tabbed ? 0 : -1}>
          <b>{finding.text}</b>
          <span>
            {finding.pointName}
            {finding.photoCount > 0 && (
              <i class="ledger-photos">
                <Icon name="camera" size={14} />
                {finding.photoCount}
                <span class="unseen">张照片</span>
              </i>
            )}
          </span>
        </button>
      </td>
      <td>{row.unitName}</td>
      <td class="ledger-wide">{said(row.streetName)}</td>
      <td class="ledger-wide">{said(row.categoryName)}</td>
      <td>{said(row.shortNumber)}</td>
      <td class="ledger-wide">{day(finding.recordedAt)}</td>
      <td>{day(finding.dueAt)}</td>
      <td>
        <LatenessChip
          dueAt={finding.dueAt}
          state={finding.state}
          urge={finding.urge}
          now={props.now}
          small
        />
      </td>
      <td>
        <StateWord state={finding.state} />
      </td>
      <td>{finding.rework > 0 ? `${finding.rework} 次` : '—'}</td>
    </tr>
  );
}

function said(text: string): string {
  return text === '' ? '—' : text;
}

function day(at: number | null): string {
  return at === null ? '—' : sayShortDate(civilDateOf(at));
}
