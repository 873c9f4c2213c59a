import { civilDateOf, sayMoment, sayShortDate } from '../../../domain/civil.ts';
import { sayMonth } from '../../../domain/urge.ts';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { Row } from '../../ui/row.tsx';
import { StageWord } from '../../ui/stage-word.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useStages } from '../../ui/use-stages.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useMore } from '../findings/use-more.ts';
import { LetterChip } from './letter-chip.tsx';
import { sayLetterName, sayLetterTitle } from './use-letters.ts';

export function LetterRows(props: {
  readonly letters: readonly LetterRow[];
  readonly chosen: string | null;
  /** Null where a tap leads to the letter's own screen. */
  readonly onChoose: ((id: string) => void) | null;
  readonly reset: string;
}) {
  const { letters, chosen, onChoose } = props;
  const stages = useStages('letter');
  const units = useUnitsById();
  const own = useWorkplace().session.role === 'unit';
  const unitName = (letter: LetterRow) => units.get(letter.unitId)?.shortName ?? letter.unitName;
  const at = letters.findIndex(({ id }) => id === chosen);
  const { shown, foot } = useMore(letters.length, props.reset, at);
  return (
    <>
      {letters.slice(0, shown).map((letter) => (
        <Row
          key={letter.id}
          small
          lead={
            <span class="well">
              <Icon name="notice" size={24} />
            </span>
          }
          title={
            <span class={letter.state === 'voided' ? 'struck' : undefined}>
              {sayLetterName(letter)}
            </span>
          }
          second={
            <>
              <span>{own ? sayForUnit(letter) : sayForOffice(letter, unitName(letter))}</span>
              <StageWord stage={stages.get(letter.id)} />
            </>
          }
          end={
            <>
              <LetterChip letter={letter} />
              <span>{sayShortDate(civilDateOf(letter.issuedAt))}</span>
            </>
          }
          selected={letter.id === chosen}
          {...(onChoose
            ? { onClick: () => onChoose(letter.id) }
            : { href: `/letters/${letter.id}` })}
        />
      ))}
      <div ref={foot} />
    </>
  );
}

function sayForOffice({ month, number, findingIds }: LetterRow, unitName: string): string {
  const when = month !== '' && number ? `${sayMonth(month)} · ` : '';
  return `${when}${unitName} · ${findingIds.length} 个问题`;
}

/** What it is, and by when it wants an answer. */
function sayForUnit(letter: LetterRow): string {
  const { number, dueAt, findingIds } = letter;
  const term = dueAt === null ? '' : `限 ${sayMoment(dueAt)} 前 · `;
  return `${number ? `${sayLetterTitle(letter)} · ` : ''}${term}${findingIds.length} 个问题`;
}
