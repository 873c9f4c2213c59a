/** One column of a screen: what stands fast at its head and foot, and what scrolls between. */
import './pane.css';
import type { ComponentChildren, RefObject } from 'preact';

export function Pane(props: {
  /** The column's name for a screen reader. */
  readonly label: string;
  /** list 456 · drawer 372 · side 328 · index 244 · sheet 424 · fill: the rest. */
  readonly width?: 'list' | 'drawer' | 'side' | 'index' | 'sheet' | 'fill';
  readonly ground?: 'surface' | 'ground' | 'sunk';
  readonly head?: ComponentChildren;
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
  /** 24 around the content, for what is read rather than scanned. */
  readonly inset?: boolean;
  readonly hidden?: boolean;
  readonly scrollRef?: RefObject<HTMLDivElement | null>;
  readonly onScroll?: (event: Event) => void;
}) {
  const { label, width = 'fill', ground = 'surface', head, foot, children } = props;
  return (
    <section
      class={`pane pane-${width} pane-on-${ground}`}
      aria-label={label}
      hidden={props.hidden}
    >
      {head}
      <div
        class={`pane-scroll${props.inset ? ' pane-inset' : ''}`}
        ref={props.scrollRef}
        onScroll={props.onScroll}
      >
        {children}
      </div>
      {foot !== undefined && <div class="action-bar">{foot}</div>}
    </section>
  );
}
