import { sayMonth } from '../../../domain/urge.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { LetterRows } from '../letters/letter-rows.tsx';
import { type MonthlyDraft, sayPrompt } from './monthly-drafts.ts';
import type { Monthly } from './use-monthly.ts';

/** Whom a prompt would be for, and who has had it. */
export function MonthlyList(props: {
  readonly monthly: Monthly;
  readonly chosen: string | null;
  readonly mayIssue: boolean;
  readonly placeOf: (unitId: string) => string;
}) {
  const { monthly, chosen, mayIssue, placeOf } = props;
  const { drafts, issued, month } = monthly;
  return (
    <>
      {drafts.length === 0 && (
        <Empty
          icon="check"
          text={
            issued.length > 0
              ? `${sayMonth(month)}要提示的单位都已发出。`
              : `${sayMonth(month)}没有要提示的：没有临期、超期、退回的问题，也没有多次出现的问题。`
          }
        >
          {issued.length === 0 && (
            <Button kind="outlined" href="/findings">
              看问题台账
            </Button>
          )}
        </Empty>
      )}
      <ul aria-label="待发的月度提示">
        {drafts.map((draft) => (
          <Draft
            key={draft.unitId}
            draft={draft}
            monthly={monthly}
            selected={draft.unitId === chosen}
            mayIssue={mayIssue}
            place={placeOf(draft.unitId)}
          />
        ))}
      </ul>
      {issued.length > 0 && (
        <section aria-labelledby="monthly-issued">
          <div class="group-head">
            <h2 id="monthly-issued">已发 {issued.length}</h2>
          </div>
          <LetterRows letters={issued} chosen={null} onChoose={null} reset={month} />
        </section>
      )}
    </>
  );
}

function Draft(props: {
  readonly draft: MonthlyDraft;
  readonly monthly: Monthly;
  readonly selected: boolean;
  readonly mayIssue: boolean;
  readonly place: string;
}) {
  const { draft, monthly, selected, mayIssue, place } = props;
  const name = useUnitsById().get(draft.unitId)?.shortName ?? draft.unitId;
  const left = monthly.isLeft(draft.unitId);
  return (
    <li class={`monthly-draft${selected ? ' row-selected' : ''}`}>
      {mayIssue && (
        <label class="monthly-tick">
          <input
            type="checkbox"
            class="check"
            aria-label={`给${name}发`}
            checked={!left}
            onChange={() => monthly.toggle(draft.unitId)}
          />
        </label>
      )}
      <a href={place} aria-current={selected ? 'true' : undefined}>
        <span class="row-words">
          <span class={`row-title t-strong${left ? ' monthly-left' : ''}`}>{name}</span>
          <span class="row-second">
            <span>{sayPrompt(draft)}</span>
          </span>
        </span>
        <span class="row-end">
          {left && <span>不发</span>}
          {monthly.closingOf(draft.unitId) !== '' && <span>改过结束语</span>}
        </span>
        <Icon name="chevron-right" size={18} />
      </a>
    </li>
  );
}
