import { civilDateOf, sayShortDate } from '../../../domain/civil.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Row } from '../../ui/row.tsx';
import { StageWord } from '../../ui/stage-word.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useStages } from '../../ui/use-stages.ts';
import { useMore } from '../findings/use-more.ts';
import { DeliveryChip } from '../notice/delivery-chip.tsx';
import { StandingChip } from '../notice/notice-standing.tsx';
import type { NoticeLine } from './use-notices.ts';

export function NoticeList(props: {
  readonly lines: readonly NoticeLine[];
  readonly chosen: string | null;
  /** Null where a tap leads to the notice's own screen. */
  readonly onChoose: ((id: string) => void) | null;
  /** Whether there are notices at all, so that an empty list can say why. */
  readonly any: boolean;
  readonly mayIssue: boolean;
  readonly reset: string;
  readonly onClear: () => void;
}) {
  const { lines, chosen, onChoose } = props;
  const now = useNow();
  const at = lines.findIndex((line) => line.notice.id === chosen);
  const { shown, foot } = useMore(lines.length, props.reset, at);
  const stages = useStages('notice');
  if (lines.length === 0) {
    return props.any ? (
      <Empty icon="search" text="没有符合条件的通知书。">
        <Button kind="outlined" onClick={props.onClear}>
          清除条件
        </Button>
      </Empty>
    ) : (
      <Empty
        icon="notice"
        text={
          props.mayIssue
            ? '还没有通知书。登记的问题可以当场开具，没有网络也行。'
            : '还没有收到通知书。'
        }
      />
    );
  }
  return (
    <>
      {lines.slice(0, shown).map((line) => (
        <Row
          key={line.notice.id}
          small
          lead={
            <span class="well">
              <Icon name="notice" size={24} />
            </span>
          }
          title={<span class={line.standing === 'voided' ? 'struck' : undefined}>{line.name}</span>}
          second={
            <>
              <span>
                {line.unitName} · {line.notice.findingIds.length} 个问题 ·{' '}
                {sayShortDate(civilDateOf(line.notice.issuedAt))}签发
              </span>
              {line.standing !== 'voided' && <DeliveryChip notice={line.notice} />}
              <StageWord stage={stages.get(line.notice.id)} />
            </>
          }
          end={
            <>
              <StandingChip dueAt={line.dueAt} standing={line.standing} now={now} />
              {line.standing !== 'voided' && <span>{sayShortDate(civilDateOf(line.dueAt))}前</span>}
            </>
          }
          selected={line.notice.id === chosen}
          {...(line.standing === 'overdue' ? { edge: 'civic' } : {})}
          {...(onChoose
            ? { onClick: () => onChoose(line.notice.id) }
            : { href: `/notices/${line.notice.id}` })}
        />
      ))}
      <div ref={foot} />
    </>
  );
}
