import './field.css';
import { useId } from 'preact/hooks';
import { FieldFrame } from './field-frame.tsx';
import { Icon } from './icon.tsx';

/** A count between − and +; null while nobody has counted. */
export function Stepper(props: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
}) {
  const id = useId();
  const { label, value, onChange, min = 0, max = 999 } = props;
  const set = (next: number) => onChange(Math.min(max, Math.max(min, next)));
  return (
    <FieldFrame id={id} label={label}>
      <div class="stepper">
        <button
          type="button"
          aria-label={`${label}减一`}
          disabled={value === null || value <= min}
          onClick={() => set((value ?? 0) - 1)}
        >
          <Icon name="minus" size={20} weight={2} />
        </button>
        <input
          id={id}
          inputMode="numeric"
          placeholder="不计"
          value={value === null ? '' : String(value)}
          onInput={(event) => {
            const digits = event.currentTarget.value.replace(/\D/g, '');
            if (digits === '') onChange(null);
            else set(Number(digits));
          }}
        />
        <button
          type="button"
          aria-label={`${label}加一`}
          disabled={value !== null && value >= max}
          onClick={() => set((value ?? 0) + 1)}
        >
          <Icon name="plus" size={20} weight={2} />
        </button>
      </div>
    </FieldFrame>
  );
}
