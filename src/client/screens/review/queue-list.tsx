/** One of the four lists; the row says what has come and since when it waits. */
import { sayMoment, sayShortDate } from '../../../domain/civil.ts';
import { Empty } from '../../ui/empty.tsx';
import { FindingSign } from '../../ui/finding-sign.tsx';
import { Growing } from '../../ui/growing.tsx';
import { Row } from '../../ui/row.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import type { QueueId, Waiting } from './queues.ts';

const NOTHING: Record<QueueId, string> = {
  replied: '没有待审核的反馈。责任单位反馈后会自动出现在这里。',
  extension: '没有待批的延期申请。',
  recheck: '没有待复查的问题。受理反馈后列在这里，由督查员到现场复查。',
  shelf: '没有到期要复核的挂账。',
};

export function QueueList(props: {
  readonly queue: QueueId;
  readonly rows: readonly Waiting[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { queue, rows, chosen, onChoose } = props;
  const units = useUnitsById();
  if (rows.length === 0) return <Empty icon="check" text={NOTHING[queue]} />;
  return (
    <Growing
      rows={rows}
      of={queue}
      render={(row) => {
        const { finding } = row;
        return (
          <Row
            key={row.extension?.id ?? finding.id}
            small
            title={finding.text}
            lead={<FindingSign state={finding.state} size={22} />}
            second={
              <span>
                {units.get(finding.unitId)?.shortName ?? finding.unitId} · {finding.pointName}
              </span>
            }
            end={
              <>
                <span>{sayWaiting(queue, row)}</span>
                {finding.rework > 0 && <span>退回过 {finding.rework} 次</span>}
              </>
            }
            selected={finding.id === chosen}
            onClick={() => onChoose(finding.id)}
          />
        );
      }}
    />
  );
}

function sayWaiting(queue: QueueId, { finding, since }: Waiting): string {
  if (queue === 'shelf') return `${sayShortDate(finding.shelf?.reviewOn ?? '')}到期`;
  return sayMoment(since);
}
