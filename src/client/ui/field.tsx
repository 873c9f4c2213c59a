/** One line of text with its name above and its error below. */
import './field.css';
import type { PartialInputHTMLAttributes, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';
import { FieldFrame } from './field-frame.tsx';

type InputType = 'text' | 'password' | 'number' | 'date' | 'datetime-local' | 'url';

type SharedAttributes = Omit<
  PartialInputHTMLAttributes<HTMLInputElement>,
  'role' | 'type' | 'list'
>;

export function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: InputType;
  readonly name?: string;
  readonly autocomplete?: 'username' | 'current-password' | 'new-password' | 'off';
  readonly placeholder?: string;
  readonly hint?: string;
  readonly error?: string;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
}) {
  const id = useId();
  const { label, value, onInput, type = 'text', hint, error, autocomplete, ...rest } = props;
  const shared = {
    ...rest,
    class: 'input',
    id,
    value,
    autocomplete,
    autocapitalize: 'none',
    spellcheck: false,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || hint ? `${id}-more` : undefined,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  } as const;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {inputOf(type, shared)}
    </FieldFrame>
  );
}

/** Spelt out, since each type of input has its own set of attributes. */
function inputOf(type: InputType, shared: SharedAttributes) {
  if (type === 'password') return <input {...shared} type="password" />;
  if (type === 'number') return <input {...shared} type="number" />;
  if (type === 'date') return <input {...shared} type="date" />;
  if (type === 'datetime-local') return <input {...shared} type="datetime-local" />;
  return type === 'url' ? <input {...shared} type="url" /> : <input {...shared} type="text" />;
}
