import './filter-select.css';
import { Icon } from './icon.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A filter as a small native list: it works with every hand, key and reader. */
export function FilterSelect(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  /** One of them is always chosen: there is no 全部, and nothing is narrowed. */
  readonly always?: boolean;
}) {
  const { label, value, choices, onChange, always = false } = props;
  return (
    <span class={value === '' || always ? 'filter-select' : 'filter-select set'}>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {!always && <option value="">{label} 全部</option>}
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
