/** 点位护照: what the place is, whose it is, what is open there, and how the last visits went. */
import './passport.css';
import { useMemo } from 'preact/hooks';
import type { UnitRow } from '../../../protocol/rows/index.ts';
import { CategoryIcon } from '../../ui/category-icon.tsx';
import { Empty } from '../../ui/empty.tsx';
import { later } from '../../ui/later.tsx';
import { PartTrouble } from '../../ui/load-trouble.tsx';
import { Pane } from '../../ui/pane.tsx';
import { usePoints, usePointsById, useRounds, useUnitsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { streetName } from '../today/today-point.ts';
import { HistoryStrip } from './history-strip.tsx';
import { OpenFindings } from './open-findings.tsx';
import { PassportFoot } from './passport-foot.tsx';
import { visitsOf } from './visits.ts';

/** Writing a problem down is the smaller part of what a passport is opened for. */
const LooseProblem = later(
  async () => (await import('../inspection/loose-problem.tsx')).LooseProblem,
  PartTrouble,
);

export function Passport(props: { readonly code: string }) {
  const { code } = props;
  const points = usePoints();
  const point = usePointsById().get(code);
  const units = useUnitsById();
  const rounds = useRounds();
  const facts = useLive(
    async (db) => {
      const inspections = await db.inspection.where('pointId').equals(code).toArray();
      const findings = await db.finding.where('pointId').equals(code).toArray();
      const lists = await db.checklist
        .where('category')
        .equals(point?.category ?? '')
        .toArray();
      const drafts = await db.draft.where('pointId').equals(code).toArray();
      return { inspections, findings, drafts, lists: lists.sort((a, b) => b.edition - a.edition) };
    },
    [code, point?.category],
  );
  const visits = useMemo(
    () => (facts ? visitsOf(facts.inspections, rounds ?? []) : []),
    [facts, rounds],
  );
  if (!points) return null;
  if (!point) {
    return (
      <Pane label="点位" ground="ground">
        <Empty icon="pin" text={`没有编号为 ${code} 的点位，或者它不在您的范围内。`} />
      </Pane>
    );
  }
  const [checklist] = facts?.lists ?? [];
  const street = streetName(units, point);
  return (
    <Pane
      label={`点位护照：${point.name}`}
      ground="ground"
      inset
      foot={
        facts && (
          <PassportFoot point={point} checklist={checklist} inspections={facts.inspections} />
        )
      }
    >
      <article class="passport">
        <header class="passport-head">
          <CategoryIcon category={point.categoryName} large />
          <div>
            <h2 class="t-title">{point.name}</h2>
            <p class="t-second">
              {[point.id, point.categoryName, street].filter(Boolean).join(' · ')}
            </p>
            {point.address !== '' && <p class="t-second">{point.address}</p>}
          </div>
        </header>
        <dl class="passport-owners">
          <Owner
            label="属地"
            unit={units.get(point.streetId)}
            above={units.get(point.territoryId)}
          />
          <Owner label="行业" unit={units.get(point.sectorId)} />
        </dl>
        {facts && (
          <>
            <LooseProblem
              point={point}
              drafts={facts.drafts.filter((draft) => draft.inspectionId === null)}
            />
            <OpenFindings findings={facts.findings} />
            <HistoryStrip visits={visits} checklist={checklist} />
          </>
        )}
      </article>
    </Pane>
  );
}

function Owner(props: {
  readonly label: string;
  readonly unit: UnitRow | undefined;
  readonly above?: UnitRow | undefined;
}) {
  const { label, unit, above } = props;
  return (
    <div>
      <dt class="t-second">{label}</dt>
      <dd>
        <b class="t-strong">{unit?.name ?? '未指定'}</b>
        {above && <span class="t-second">{above.name}</span>}
        {!above && unit && unit.duties !== '' && <span class="t-second">{unit.duties}</span>}
      </dd>
    </div>
  );
}
