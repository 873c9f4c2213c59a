/** The filters of the desk: the everyday ones in sight, the others behind one button. */
import { useState } from 'preact/hooks';
import { sayLetterKind, URGE_LEVELS } from '../../../domain/letter.ts';
import { LEDGER_DATES, type LedgerChoices, type LedgerFilter } from '../../../protocol/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { type Choice, FilterSelect } from '../../ui/filter-select.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { StateSelect } from './state-select.tsx';

const DATE_NAMES = { recorded: '登记日期', due: '整改期限', closed: '销号日期' } as const;
const URGE_CHOICES: readonly Choice[] = [
  { value: 'any', label: '已催办' },
  { value: 'none', label: '未催办' },
  ...URGE_LEVELS.map((level) => ({ value: level, label: sayLetterKind(level) })),
];

export interface FiltersProps {
  readonly filter: LedgerFilter;
  readonly choices: LedgerChoices | null;
  readonly set: (change: Partial<LedgerFilter>) => void;
  readonly clear: () => void;
}

export function LedgerFilters({ filter, choices, set, clear }: FiltersProps) {
  const further = furtherOf(filter);
  const [open, setOpen] = useState(further > 0);
  const any =
    further > 0 ||
    [filter.search, filter.state, filter.unitId, filter.streetId, filter.category].some(
      (value) => value !== '',
    );
  return (
    <>
      <div class="ledger-filters">
        <SearchBox
          label="搜索问题"
          placeholder="问题、点位、单位、文号"
          value={filter.search}
          onInput={(search) => set({ search: search.slice(0, 100) })}
        />
        <StateSelect value={filter.state} onChange={(state) => set({ state })} />
        <FilterSelect
          label="责任单位"
          value={filter.unitId}
          choices={named(choices?.unit)}
          onChange={(unitId) => set({ unitId })}
        />
        <FilterSelect
          label="街道"
          value={filter.streetId}
          choices={named(choices?.street)}
          onChange={(streetId) => set({ streetId })}
        />
        <FilterSelect
          label="类型"
          value={filter.category}
          choices={named(choices?.category)}
          onChange={(category) => set({ category })}
        />
        <Button kind="outlined" icon="filter" expanded={open} onClick={() => setOpen(!open)}>
          更多{further > 0 ? ` ${further}` : ''}
        </Button>
        {any && (
          <Button kind="plain" onClick={clear}>
            清除
          </Button>
        )}
      </div>
      {open && <FurtherFilters filter={filter} choices={choices} set={set} />}
    </>
  );
}

function FurtherFilters({ filter, choices, set }: Omit<FiltersProps, 'clear'>) {
  return (
    <div class="ledger-filters ledger-further">
      <FilterSelect
        label="轮次"
        value={filter.roundId}
        choices={named(choices?.round)}
        onChange={(roundId) => set({ roundId })}
      />
      <label class="ledger-field">
        <span>文号</span>
        <input
          class="input"
          value={filter.number}
          maxLength={40}
          placeholder="如 142"
          autocomplete="off"
          onInput={(event) => set({ number: event.currentTarget.value })}
        />
      </label>
      <span class="ledger-field">
        <span>按</span>
        <FilterSelect
          label="按哪个日期"
          always
          value={filter.dates}
          choices={LEDGER_DATES.map((one) => ({ value: one, label: DATE_NAMES[one] }))}
          onChange={(value) => {
            const dates = LEDGER_DATES.find((one) => one === value);
            if (dates) set({ dates });
          }}
        />
      </span>
      <DayField label="从" value={filter.from} onChange={(from) => set({ from })} />
      <DayField label="到" value={filter.to} onChange={(to) => set({ to })} />
      <FilterSelect
        label="催办"
        value={filter.urge}
        choices={URGE_CHOICES}
        onChange={(value) => {
          const urge = (['', 'any', 'none', ...URGE_LEVELS] as const).find((one) => one === value);
          if (urge !== undefined) set({ urge });
        }}
      />
      <Button
        kind="outlined"
        pressed={filter.rework === 'yes'}
        onClick={() => set({ rework: filter.rework === 'yes' ? '' : 'yes' })}
      >
        有退回
      </Button>
    </div>
  );
}

function DayField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  return (
    <label class="ledger-field">
      <span>{props.label}</span>
      <input
        class="input"
        type="date"
        aria-label={`日期${props.label}`}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </label>
  );
}

/** How many of the filters behind the button are set. */
function furtherOf({ roundId, number, from, to, urge, rework }: LedgerFilter): number {
  return [roundId, number, from, to, urge, rework].filter((value) => value !== '').length;
}

function named(choices: LedgerChoices['unit'] | undefined): Choice[] {
  return (choices ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
