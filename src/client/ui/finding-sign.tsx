/** How far a finding is: a disc that fills by quarters until it carries the ✓. */
import type { FindingState } from '../../domain/finding-life.ts';
import type { Tone } from './tone.ts';

export const FINDING_TONES: Readonly<Record<FindingState, Tone>> = {
  recorded: 'ink2',
  assigned: 'info',
  acknowledged: 'info',
  replied: 'primary',
  returned: 'bad',
  'handed-off': 'ink',
  shelved: 'ink2',
  closed: 'ok',
  voided: 'ink2',
};

const RING = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z';

const STROKES: Readonly<Record<FindingState, string>> = {
  recorded: RING,
  assigned: RING,
  acknowledged: RING,
  replied: RING,
  returned: 'M4.5 9h10a5.5 5.5 0 0 1 0 11H8M8.5 4.5L4 9l4.5 4.5',
  'handed-off': 'M4 12h15M13 6l6 6-6 6',
  shelved: 'M8 5v14M16 5v14',
  closed: '',
  voided: `${RING}M5.6 18.4L18.4 5.6`,
};

const FILLS: Readonly<Partial<Record<FindingState, string>>> = {
  assigned: 'M12 12V3a9 9 0 0 1 9 9z',
  acknowledged: 'M12 3a9 9 0 0 1 0 18z',
  replied: 'M12 12H3a9 9 0 1 0 9-9z',
  closed: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20z',
};

export function FindingSign(props: { readonly state: FindingState; readonly size?: number }) {
  const { state, size = 16 } = props;
  return (
    <svg
      class={`icon finding-sign tone-${FINDING_TONES[state]}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={FILLS[state] ?? ''} fill="currentColor" />
      <path
        d={STROKES[state]}
        fill="none"
        stroke="currentColor"
        stroke-width="2.6"
        stroke-linecap="square"
      />
      {state === 'closed' && (
        <path d="M7 12.5l3.5 3.5L17 9" fill="none" stroke="var(--surface)" stroke-width="2.6" />
      )}
    </svg>
  );
}
