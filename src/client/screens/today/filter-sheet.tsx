/** Narrowing the list by type, street, open problems and, for those who lead, by group. */
import { useMemo } from 'preact/hooks';
import type { TeamRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { streetName, type TodayPoint } from './today-point.ts';
import { filterCount, PLAIN_VIEW, setTodayView, todayView } from './today-view.ts';

const PROBLEMS = [
  { value: 'any', label: '不限' },
  { value: 'open', label: '有未销号' },
  { value: 'overdue', label: '有超期' },
] as const;

export function FilterSheet(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly points: readonly TodayPoint[];
  readonly teams: readonly TeamRow[];
  readonly found: number;
}) {
  const { open, onClose, points, teams, found } = props;
  const view = todayView.value;
  return (
    <Dialog
      title="筛选点位"
      open={open}
      onClose={onClose}
      look="sheet"
      actions={
        <>
          {filterCount(view) > 0 && (
            <Button
              kind="outlined"
              onClick={() => setTodayView({ ...PLAIN_VIEW, tab: view.tab, text: view.text })}
            >
              清除筛选
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            看 {found} 个点位
          </Button>
        </>
      }
    >
      <Filters points={points} teams={teams} />
    </Dialog>
  );
}

/** Counted only while the sheet is open: a start must not wait for what nobody asked for. */
function Filters(props: {
  readonly points: readonly TodayPoint[];
  readonly teams: readonly TeamRow[];
}) {
  const { points, teams } = props;
  const units = useUnitsById();
  const view = todayView.value;
  const categories = useMemo(
    () => choices(points, ({ point }) => [point.category, point.categoryName]),
    [points],
  );
  const streets = useMemo(
    () => choices(points, ({ point }) => [point.streetId, streetName(units, point)]),
    [points, units],
  );
  return (
    <>
      {teams.length > 0 && (
        <SelectField
          label="督查组"
          value={view.teamId}
          onChange={(teamId) => setTodayView({ teamId })}
          options={[
            { value: '', label: '全部督查组' },
            ...teams.map((team) => ({ value: team.id, label: team.name })),
          ]}
        />
      )}
      <SelectField
        label="点位类型"
        value={view.category}
        onChange={(category) => setTodayView({ category })}
        options={[{ value: '', label: '全部类型' }, ...categories]}
      />
      <SelectField
        label="街道"
        value={view.streetId}
        onChange={(streetId) => setTodayView({ streetId })}
        options={[{ value: '', label: '全部街道' }, ...streets]}
      />
      <div class="field">
        <span class="field-label">问题</span>
        <Segmented
          label="问题"
          value={view.problems}
          options={PROBLEMS}
          onChange={(value) => {
            const chosen = PROBLEMS.find((option) => option.value === value);
            if (chosen) setTodayView({ problems: chosen.value });
          }}
        />
      </div>
    </>
  );
}

function choices(
  points: readonly TodayPoint[],
  keyOf: (point: TodayPoint) => readonly [string, string],
) {
  const names = new Map<string, { label: string; count: number }>();
  for (const row of points) {
    const [value, label] = keyOf(row);
    const known = names.get(value);
    if (known) known.count += 1;
    else names.set(value, { label, count: 1 });
  }
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, { label, count }]) => ({ value, label: `${label}（${count}）` }));
}
