/** Which item is at hand, and how the list comes back to where it was left. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepPlace, recallPlace } from './kept-place.ts';

/** Below the list's upper edge by so much, an item counts as the one being looked at. */
const LINE_PX = 96;
const REST_MS = 150;

export interface Position {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Id of the item at hand. */
  readonly current: string;
  /** Says which item was touched, where scrolling would guess another. */
  touch(itemId: string): void;
  go(itemId: string | null): void;
}

/** @param first the item whose form is open, if any: it is the one at hand until the list moves. */
export function usePosition(
  inspectionId: string,
  itemIds: readonly string[],
  first: string | null,
): Position {
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(first ?? itemIds[0] ?? '');
  const ready = itemIds.length > 0;
  useEffect(() => {
    const element = box.current;
    if (!element || !ready) return;
    element.scrollTop = recallPlace(inspectionId).top;
    let rest: ReturnType<typeof setTimeout> | undefined;
    let drawn = 0;
    const keep = () => keepPlace(inspectionId, { top: element.scrollTop });
    const look = () => {
      cancelAnimationFrame(drawn);
      drawn = requestAnimationFrame(() => setCurrent(itemAt(element, itemIds)));
      clearTimeout(rest);
      rest = setTimeout(keep, REST_MS);
    };
    if (first === null) setCurrent(itemAt(element, itemIds));
    element.addEventListener('scroll', look, { passive: true });
    addEventListener('pagehide', keep);
    return () => {
      keep();
      clearTimeout(rest);
      cancelAnimationFrame(drawn);
      element.removeEventListener('scroll', look);
      removeEventListener('pagehide', keep);
    };
  }, [inspectionId, ready]);
  return {
    box,
    current,
    touch: setCurrent,
    go(itemId) {
      const row = document.getElementById(itemId === null ? 'item-none' : `item-${itemId}`);
      row?.scrollIntoView({ block: 'start' });
      row?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus({ preventScroll: true });
      if (itemId !== null) setCurrent(itemId);
    },
  };
}

function itemAt(box: HTMLElement, itemIds: readonly string[]): string {
  const line = box.getBoundingClientRect().top + LINE_PX;
  const found = itemIds.find((id) => {
    const row = document.getElementById(`item-${id}`);
    return row !== null && row.getBoundingClientRect().bottom > line;
  });
  return found ?? itemIds.at(-1) ?? '';
}
