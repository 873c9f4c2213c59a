import './field.css';
import type { ComponentChildren } from 'preact';

/** The name above a control and what is to be said of it below. */
export function FieldFrame(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}) {
  const { id, label, hint, error, children } = props;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children}
      {error ? (
        <p class="field-error" id={`${id}-more`} role="alert">
          {error}
        </p>
      ) : (
        hint && (
          <p class="t-small" id={`${id}-more`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
