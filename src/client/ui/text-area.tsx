import './field.css';
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { FieldFrame } from './field-frame.tsx';

/** Several lines of text. */
export function TextArea(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly error?: string;
  readonly inputRef?: RefObject<HTMLTextAreaElement | null>;
}) {
  const id = useId();
  const { label, value, onInput, rows = 3, hint, error, inputRef, ...rest } = props;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        ref={inputRef}
        class="input input-area"
        id={id}
        rows={rows}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-more` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
