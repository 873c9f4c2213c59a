/** Filters as small native lists: they work with every hand, key and reader. */
import { FINDING_STATES, sayFindingState } from '../../../domain/finding-life.ts';
import { Icon } from '../../ui/icon.tsx';
import { HEAPS, type LedgerFilter } from './ledger.ts';
import type { Choice } from './use-ledger.ts';

export function FilterSelect(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}) {
  const { label, value, choices, onChange } = props;
  return (
    <span class={value === '' ? 'filter-select' : 'filter-select set'}>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{label} 全部</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={16} weight={2.2} />
    </span>
  );
}

const STATE_CHOICES: readonly Choice[] = [
  { value: 'overdue', label: '超期' },
  { value: 'soon', label: '临期' },
  { value: 'active', label: '在办' },
  ...FINDING_STATES.map((state) => ({ value: state, label: sayFindingState(state) })),
];

export function isLedgerState(value: string): value is LedgerFilter['state'] {
  if (value === '' || value === 'overdue' || value === 'soon') return true;
  return HEAPS.some((heap) => heap.id === value) || FINDING_STATES.some((state) => state === value);
}

export function StateSelect(props: {
  readonly value: LedgerFilter['state'];
  readonly onChange: (state: LedgerFilter['state']) => void;
}) {
  return (
    <FilterSelect
      label="状态"
      value={props.value}
      choices={STATE_CHOICES}
      onChange={(value) => {
        if (isLedgerState(value)) props.onChange(value);
      }}
    />
  );
}
