import { type FindingState, sayFindingState } from '../../domain/finding-life.ts';
import './chip.css';
import { FINDING_TONES, FindingSign } from './finding-sign.tsx';

/** A finding's state as a chip: sign and word. A fact (移交, 挂账, 作废, 已记录) is outlined. */
export function StateChip(props: { readonly state: FindingState; readonly small?: boolean }) {
  const { state, small } = props;
  const tone = FINDING_TONES[state];
  const look = tone === 'ink' || tone === 'ink2' ? 'outlined' : 'tinted';
  return (
    <span class={`chip chip-${look} tone-${tone}${small ? ' chip-small' : ''}`}>
      <FindingSign state={state} size={small ? 14 : 16} />
      {sayFindingState(state)}
    </span>
  );
}

/** Sign and word without a ground, for dense tables, so that 超期 stays the only solid thing in a row. */
export function StateWord(props: { readonly state: FindingState }) {
  const tone = FINDING_TONES[props.state];
  return (
    <span class={`state tone-${tone} state-${tone}`}>
      <FindingSign state={props.state} size={16} />
      {sayFindingState(props.state)}
    </span>
  );
}
