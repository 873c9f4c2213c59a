import './field.css';
import { Icon, type IconName } from './icon.tsx';

export interface Segment {
  readonly value: string;
  readonly label: string;
  readonly icon?: IconName;
}

/** One of a few, side by side. Buttons rather than radios: radios on a checklist are answers. */
export function Segmented(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Segment[];
}) {
  return (
    <div class="segmented" role="group" aria-label={props.label}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === props.value}
          onClick={() => props.onChange(option.value)}
        >
          {option.icon && <Icon name={option.icon} size={20} />}
          {option.label}
        </button>
      ))}
    </div>
  );
}
