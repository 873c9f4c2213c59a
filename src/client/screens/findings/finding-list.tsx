/** Problems as rows to be found by thumb; one of them open beside the list where there is room. */
import { civilDateOf, sayShortDate } from '../../../domain/civil.ts';
import { isOpen } from '../../../domain/finding-life.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FindingSign } from '../../ui/finding-sign.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { Row } from '../../ui/row.tsx';
import { StageWord } from '../../ui/stage-word.tsx';
import { StateWord } from '../../ui/state-chip.tsx';
import { useStages } from '../../ui/use-stages.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { LedgerRow } from './ledger.ts';
import { useMore } from './use-more.ts';

export function FindingList(props: {
  readonly rows: readonly LedgerRow[];
  readonly chosen: string | null;
  /** Null where a tap leads to the problem's own screen. */
  readonly onChoose: ((id: string) => void) | null;
  readonly now: number;
  readonly reset: string;
  readonly filtered: boolean;
  readonly onClear: () => void;
}) {
  const { rows, chosen, onChoose, now, reset, filtered } = props;
  const at = rows.findIndex((row) => row.finding.id === chosen);
  const { shown, foot } = useMore(rows.length, reset, at);
  const stages = useStages('finding');
  if (rows.length === 0) {
    return filtered ? (
      <Empty icon="search" text="没有符合条件的问题。">
        <Button kind="outlined" onClick={props.onClear}>
          清除条件
        </Button>
      </Empty>
    ) : (
      <NoFindings />
    );
  }
  return (
    <>
      {rows.slice(0, shown).map((row) => {
        const { finding } = row;
        return (
          <Row
            key={finding.id}
            small
            title={finding.text}
            lead={
              <span class="well">
                <FindingSign state={finding.state} size={22} />
              </span>
            }
            second={
              <>
                <span>
                  {finding.pointName} · {row.unitName}
                </span>
                <StageWord stage={stages.get(finding.id)} />
                {finding.photoCount > 0 && (
                  <span class="ledger-photos">
                    <Icon name="camera" size={16} />
                    {finding.photoCount}
                  </span>
                )}
              </>
            }
            end={<ListEnd row={row} now={now} />}
            selected={finding.id === chosen}
            {...(row.lateness.kind === 'overdue' ? { edge: 'civic' } : {})}
            {...(onChoose
              ? { onClick: () => onChoose(finding.id) }
              : { href: `/findings/${finding.id}` })}
          />
        );
      })}
      <div ref={foot} />
    </>
  );
}

/** Says where problems come from for this person, and the way there. */
function NoFindings() {
  const { role } = useWorkplace().session;
  if (role === 'unit') return <Empty icon="flag" text="还没有发给贵单位的问题。" />;
  if (role !== 'inspector') {
    return <Empty icon="flag" text="还没有问题。督查组登记并联网后，这里会自动出现。" />;
  }
  return (
    <Empty icon="flag" text="这里还没有问题。检查时选“不符合”，就会登记到这里。">
      <Button kind="outlined" href="/today">
        去今日点位
      </Button>
    </Empty>
  );
}

function ListEnd(props: { readonly row: LedgerRow; readonly now: number }) {
  const { finding, lateness, shortNumber } = props.row;
  const due = finding.dueAt === null ? '' : `${sayShortDate(civilDateOf(finding.dueAt))}前`;
  if (lateness.kind !== 'none') {
    return (
      <>
        <LatenessChip dueAt={finding.dueAt} state={finding.state} now={props.now} small />
        <span>{due}</span>
      </>
    );
  }
  return (
    <>
      <StateWord state={finding.state} />
      <span>{isOpen(finding.state) ? due : shortNumber}</span>
    </>
  );
}
