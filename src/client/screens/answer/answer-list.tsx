import { civilDateOf, sayShortDate } from '../../../domain/civil.ts';
import { Empty } from '../../ui/empty.tsx';
import { FindingSign } from '../../ui/finding-sign.tsx';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { Row } from '../../ui/row.tsx';
import { StageWord } from '../../ui/stage-word.tsx';
import { StateWord } from '../../ui/state-chip.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useStages } from '../../ui/use-stages.ts';
import { useMore } from '../findings/use-more.ts';
import type { AnswerLine } from './use-answers.ts';

export function AnswerList(props: {
  readonly lines: readonly AnswerLine[];
  readonly chosen: string | null;
  /** Null where a tap leads to the problem's own screen. */
  readonly onChoose: ((id: string) => void) | null;
  readonly reset: string;
  /** What an empty list says. */
  readonly none: string;
}) {
  const { lines, chosen, onChoose } = props;
  const now = useNow();
  const stages = useStages('finding');
  const at = lines.findIndex(({ finding }) => finding.id === chosen);
  const { shown, foot } = useMore(lines.length, props.reset, at);
  if (lines.length === 0) return <Empty icon="check" text={props.none} />;
  return (
    <>
      {lines.slice(0, shown).map(({ finding, heap, noticeName }) => (
        <Row
          key={finding.id}
          small
          lead={
            <span class="well">
              <FindingSign state={finding.state} size={22} />
            </span>
          }
          title={finding.text}
          second={
            <>
              <span>
                {finding.pointName}
                {noticeName !== '' && ` · ${noticeName}`}
              </span>
              <StageWord stage={stages.get(finding.id)} />
            </>
          }
          end={
            <>
              <StateWord state={finding.state} />
              {heap === 'unit' && (
                <LatenessChip dueAt={finding.dueAt} state={finding.state} now={now} small />
              )}
              {heap === 'unit' && finding.dueAt !== null && (
                <span>{sayShortDate(civilDateOf(finding.dueAt))}前</span>
              )}
            </>
          }
          selected={finding.id === chosen}
          {...(heap === 'unit' && finding.dueAt !== null && now > finding.dueAt
            ? { edge: 'civic' as const }
            : {})}
          {...(onChoose
            ? { onClick: () => onChoose(finding.id) }
            : { href: `/findings/${finding.id}` })}
        />
      ))}
      <div ref={foot} />
    </>
  );
}
