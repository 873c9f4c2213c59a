/** Nothing to show, said in one sentence, with the next step as a button below. */
import './empty.css';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export function Empty(props: {
  readonly text: string;
  readonly icon?: IconName;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      {props.icon && <Icon name={props.icon} size={26} />}
      <p class="t-strong">{props.text}</p>
      {props.children}
    </div>
  );
}
