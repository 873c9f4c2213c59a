import './mark.css';

/** The program's own mark, drawn as in `public/icons/icon.svg`. */
const STROKES =
  'M12.5 13l5 6M8 27h10v14L9 50M18 42c3 5 7 8 14 8h24M31 12l-7 13 7 13M42 12l-7 13 7 13M53 12l-7 13 7 13';

export function Mark(props: { readonly large?: boolean }) {
  return (
    <svg class={`mark${props.large ? ' mark-large' : ''}`} viewBox="-5 -4 74 74" aria-hidden="true">
      <path d={STROKES} />
    </svg>
  );
}
