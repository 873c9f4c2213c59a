/** A press that does something. With `href` it is a link that presents and behaves as a button. */
import './button.css';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  readonly kind: 'primary' | 'outlined' | 'plain' | 'danger';
  readonly icon?: IconName;
  readonly iconEnd?: IconName;
  readonly href?: string;
  /** A link that is saved as a file rather than shown. */
  readonly download?: boolean;
  readonly onClick?: (event: MouseEvent) => void;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** `main` is the screen's one main action (56), `small` is for a desk with a pointer (40; 48 on touch). */
  readonly size?: 'main' | 'normal' | 'small';
  /** The accessible name, where an icon stands alone or the words say more than the action. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { kind, icon, iconEnd, href, onClick, type = 'button', disabled = false } = props;
  const { size = 'normal', label, children, wide } = props;
  const alone = children === undefined;
  const look = `button button-${kind} button-${size}${alone ? ' button-alone' : ''}${wide ? ' button-wide' : ''}`;
  const inside = (
    <>
      {icon && <Icon name={icon} size={size === 'small' ? 20 : 22} />}
      {!alone && <span class="button-words">{children}</span>}
      {iconEnd && <Icon name={iconEnd} size={18} weight={2} />}
    </>
  );
  if (href !== undefined && !disabled) {
    return (
      <a
        class={look}
        href={href}
        role="button"
        aria-label={label}
        download={props.download}
        onClick={onClick}
        onKeyDown={pressBySpace}
      >
        {inside}
      </a>
    );
  }
  return (
    <button
      class={look}
      type={type}
      disabled={disabled}
      aria-label={label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      onClick={onClick}
    >
      {inside}
    </button>
  );
}

/** A button answers to the space bar; a link by itself does not. */
function pressBySpace(event: KeyboardEvent) {
  if (event.key !== ' ' || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.currentTarget.click();
}
