/** A tablet that has held many inspections for long, to see whether one more change costs it more. */
import { InspectionRow } from '../../../src/protocol/rows/work.ts';
import { type OwnTablet, openTablet, signIn } from './own-tablet.ts';

export interface OldTablet {
  /** Pulls the office as it is now. */
  open(): Promise<void>;
  /**
   * Puts a history in, as if it had been pulled long ago.
   * @param like one of its inspections, as JSON; the others differ in id and point
   * @param cursor where the office stands after it
   */
  age(count: number, like: string, cursor: string): Promise<void>;
  /** Pulls what is new (ms), which must be one row. */
  pullOne(): Promise<number>;
}

declare global {
  interface Window {
    oldTablet: OldTablet;
  }
}

const AT_ONCE = 2_000;

let tablet: OwnTablet | null = null;

function opened(): OwnTablet {
  if (!tablet) throw new Error('the tablet is not open');
  return tablet;
}

window.oldTablet = {
  async open() {
    tablet = await openTablet(await signIn());
    await tablet.sync();
  },
  async age(count, like, cursor) {
    const { db } = opened();
    const row = InspectionRow.parse(JSON.parse(like));
    const points = (await db.point.toArray()).map(({ id }) => id);
    for (let from = 0; from < count; from += AT_ONCE) {
      const length = Math.min(AT_ONCE, count - from);
      await db.inspection.bulkPut(
        Array.from({ length }, (_, nth) => ({
          ...row,
          id: crypto.randomUUID(),
          pointId: points[(from + nth) % points.length] ?? row.pointId,
        })),
      );
    }
    await db.meta.put({ key: 'cursor', value: cursor });
  },
  async pullOne() {
    const began = performance.now();
    const rows = await opened().sync();
    const ms = performance.now() - began;
    if (rows !== 1) throw new Error(`${rows} rows came instead of one`);
    return ms;
  },
};
