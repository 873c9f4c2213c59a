import type { NumberState } from '../../../domain/notice-number.ts';
import { NUMBER_STATE_NAMES } from '../../../domain/register.ts';
import { Chip } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';

const LOOKS: Readonly<Record<NumberState, readonly [IconName, Tone]>> = {
  used: ['check', 'ok'],
  leased: ['device', 'info'],
  voided: ['cross', 'bad'],
  recalled: ['undo', 'na'],
};

export function NumberStateChip(props: { readonly state: NumberState }) {
  const [icon, tone] = LOOKS[props.state];
  return (
    <Chip look="tinted" tone={tone} icon={icon} small>
      {NUMBER_STATE_NAMES[props.state]}
    </Chip>
  );
}
