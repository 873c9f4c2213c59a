/** Three looks only: tinted is a state, outlined a fact or a warning, solid is 超期 alone. */
import './chip.css';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

export function Chip(props: {
  readonly look: 'tinted' | 'outlined' | 'solid';
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly small?: boolean;
  readonly children: ComponentChildren;
}) {
  const { look, tone, icon, small, children } = props;
  return (
    <span class={`chip chip-${look} tone-${tone}${small ? ' chip-small' : ''}`}>
      {icon && <Icon name={icon} size={small ? 14 : 16} weight={2.6} />}
      {children}
    </span>
  );
}
