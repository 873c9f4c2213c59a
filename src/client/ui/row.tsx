/** A list row of 72: the whole of it is the target. */
import './row.css';
import type { ComponentChildren } from 'preact';

export function Row(props: {
  readonly title: ComponentChildren;
  /** The second line: type · code · what is open. */
  readonly second?: ComponentChildren;
  /** A well (CategoryIcon) or sign at the left. */
  readonly lead?: ComponentChildren;
  /** At the right: a measure, and below it at most one chip. */
  readonly end?: ComponentChildren;
  readonly href?: string;
  readonly onClick?: () => void;
  readonly selected?: boolean;
  /** A 4 px edge at the left of a row that fails. */
  readonly edge?: 'bad' | 'civic';
  /** 17 instead of 20 for the title, where rows are problems rather than places. */
  readonly small?: boolean;
}) {
  const { title, second, lead, end, href, onClick, selected, edge, small } = props;
  const look = `row${selected ? ' row-selected' : ''}${edge ? ` row-edge tone-${edge}` : ''}`;
  const inside = (
    <>
      {lead}
      <span class="row-words">
        <span class={`row-title ${small ? 't-strong' : 't-list'}`}>{title}</span>
        {second !== undefined && <span class="row-second">{second}</span>}
      </span>
      {end !== undefined && <span class="row-end">{end}</span>}
    </>
  );
  if (href !== undefined) {
    return (
      <a class={look} href={href} aria-current={selected ? 'true' : undefined} onClick={onClick}>
        {inside}
      </a>
    );
  }
  if (onClick) {
    return (
      <button
        class={look}
        type="button"
        aria-current={selected ? 'true' : undefined}
        onClick={onClick}
      >
        {inside}
      </button>
    );
  }
  return <div class={look}>{inside}</div>;
}
