import './field.css';
import { useId } from 'preact/hooks';
import { FieldFrame } from './field-frame.tsx';
import { Icon } from './icon.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** Options of one group stand together under its name. */
  readonly group?: string;
}

/** One of many, by the system's own list: it is the one that works with every hand and reader. */
export function SelectField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  readonly hint?: string;
  readonly error?: string;
  readonly disabled?: boolean;
}) {
  const id = useId();
  const { label, value, onChange, options, hint, error, disabled } = props;
  const groups = [...new Set(options.map((option) => option.group ?? ''))];
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <span class="select">
        <select
          class="input"
          id={id}
          value={value}
          disabled={disabled}
          aria-describedby={error || hint ? `${id}-more` : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {groups.map((group) => {
            const members = options.filter((option) => (option.group ?? '') === group);
            const list = members.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ));
            return group === '' ? (
              list
            ) : (
              <optgroup key={group} label={group}>
                {list}
              </optgroup>
            );
          })}
        </select>
        <Icon name="chevron-down" size={20} />
      </span>
    </FieldFrame>
  );
}
