import { FINDING_STATES, sayFindingState } from '../../../domain/finding-life.ts';
import { LEDGER_STATES, sayWithin, WITHIN } from '../../../domain/ledger.ts';
import type { LedgerFilter } from '../../../protocol/ledger.ts';
import { type Choice, FilterSelect } from '../../ui/filter-select.tsx';

const STATE_CHOICES: readonly Choice[] = [
  ...WITHIN.map((within) => ({ value: within, label: sayWithin(within) })),
  { value: 'active', label: '在办' },
  ...FINDING_STATES.map((state) => ({ value: state, label: sayFindingState(state) })),
];

export function isLedgerState(value: string): value is LedgerFilter['state'] {
  return value === '' || LEDGER_STATES.some((state) => state === value);
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
