import { NUMBER_STATE_NAMES, type StateCounts } from '../../../domain/register.ts';
import { Button } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Which year and which state; and the year's workbook. */
export function RegisterHead(props: {
  readonly year: number;
  readonly years: readonly number[];
  readonly onYear: (year: number) => void;
  readonly state: string;
  readonly counts: StateCounts;
  readonly onState: (state: string) => void;
  readonly taking: boolean;
  readonly onTake: () => void;
}) {
  const { year, years, counts } = props;
  return (
    <div class="register-head">
      <span class="filter-select">
        <select
          aria-label="年份"
          value={year}
          onChange={(event) => props.onYear(Number(event.currentTarget.value))}
        >
          {years.map((one) => (
            <option key={one} value={one}>
              {one}年
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={16} weight={2.2} />
      </span>
      <FilterSelect
        label="状态"
        value={props.state}
        choices={(['used', 'leased', 'voided', 'recalled'] as const).map((state) => ({
          value: state,
          label: `${NUMBER_STATE_NAMES[state]} ${counts[state]}`,
        }))}
        onChange={props.onState}
      />
      <span class="register-take">
        <Button kind="outlined" icon="export" disabled={props.taking} onClick={props.onTake}>
          导出表格
        </Button>
      </span>
    </div>
  );
}
