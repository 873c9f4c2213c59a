/** The desk that the paper lies on: scaled to the pane's width, or as large as in the hand. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A4's width in CSS px at 96 dpi. */
const SHEET_WIDTH = (210 / 25.4) * 96;
const LARGEST_FIT = 1.1;

export function PaperPane(props: {
  readonly children: ComponentChildren;
  /** True shows the paper at its own size, to be moved about in the pane. */
  readonly large: boolean;
}) {
  const desk = useRef<HTMLDivElement>(null);
  const sheets = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(0.5);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (desk.current === null || sheets.current === null) return;
      const style = getComputedStyle(desk.current);
      const inset = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
      const room = desk.current.clientWidth - inset;
      setFit(Math.min(LARGEST_FIT, Math.max(0.2, room / SHEET_WIDTH)));
      setHeight(sheets.current.offsetHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (desk.current) observer.observe(desk.current);
    if (sheets.current) observer.observe(sheets.current);
    return () => observer.disconnect();
  }, []);
  const scale = props.large ? Math.max(1, fit) : fit;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard.
    <div ref={desk} class="paper-desk" role="region" aria-label="通知书纸样" tabIndex={0}>
      <div
        class="paper-size"
        style={{ width: `${SHEET_WIDTH * scale}px`, height: `${height * scale}px` }}
      >
        <div ref={sheets} class="paper-scale" style={{ transform: `scale(${scale})` }}>
          {props.children}
        </div>
      </div>
    </div>
  );
}
