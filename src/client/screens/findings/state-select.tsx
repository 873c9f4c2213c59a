import { FINDING_STATES, sayFindingState } from '../../../domain/finding-life.ts';
import { type Choice, FilterSelect } from '../../ui/filter-select.tsx';
import { HEAPS, type LedgerFilter } from './ledger.ts';

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
