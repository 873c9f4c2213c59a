/** The list on a tablet or phone. */
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { Row } from '../../ui/row.tsx';
import { useNow } from '../../ui/use-now.ts';
import { StepButtons } from './step-buttons.tsx';
import type { UrgeLine, UrgeUnit } from './urge-lists.ts';
import { NextWord, sayLast } from './urge-words.tsx';

export interface UrgeUnits {
  readonly units: readonly UrgeUnit[];
  readonly unitName: (id: string) => string;
  readonly mayIssue: boolean;
}

export function UrgeRows({ units, unitName, mayIssue }: UrgeUnits) {
  const now = useNow();
  return (
    <>
      {units.map((unit) => (
        <section key={unit.unitId} aria-label={unitName(unit.unitId)}>
          <div class="urge-unit">
            <h2 class="t-strong">
              {unitName(unit.unitId)} <span>{unit.lines.length} 个问题</span>
            </h2>
            {mayIssue && <StepButtons unit={unit} unitName={unitName(unit.unitId)} />}
          </div>
          {unit.lines.map((line) => (
            <UrgeRow key={line.finding.id} line={line} now={now} />
          ))}
        </section>
      ))}
    </>
  );
}

function UrgeRow({ line, now }: { readonly line: UrgeLine; readonly now: number }) {
  const { finding, noticeName, standing } = line;
  const last = sayLast(finding);
  return (
    <Row
      small
      href={`/findings/${finding.id}`}
      title={finding.text}
      second={
        <span>
          {last === '' ? '' : `${last} · `}
          {finding.pointName} · {noticeName}
        </span>
      }
      end={
        <>
          <LatenessChip
            dueAt={finding.dueAt}
            state={finding.state}
            urge={finding.urge}
            now={now}
            small
          />
          <NextWord line={line} />
        </>
      }
      {...(standing === 'soon' ? {} : { edge: 'civic' })}
    />
  );
}
