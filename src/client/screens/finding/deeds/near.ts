/** Which other problems may be the same as one: of its place first, then near it, then of its unit. Pure. */
import { isOpen } from '../../../../domain/finding-life.ts';
import { distanceM, type LonLat, nearerFirst } from '../../../../domain/place.ts';
import type { FindingRow } from '../../../../protocol/rows/index.ts';

export interface Near {
  readonly finding: FindingRow;
  /** Metres between the two, where both positions are known. */
  readonly metres: number | null;
  readonly samePoint: boolean;
}

/** Further away than this it is another place. */
export const NEAR_M = 300;
const MOST = 30;

/** @param placeOf where a problem is: as recorded, else its point */
export function nearOnes(
  finding: FindingRow,
  all: readonly FindingRow[],
  placeOf: (finding: FindingRow) => LonLat | null,
): readonly Near[] {
  const here = placeOf(finding);
  return all
    .filter((other) => other.id !== finding.id && isOpen(other.state))
    .map((other): Near => {
      const there = placeOf(other);
      const metres = here && there ? distanceM(here, there) : null;
      return { finding: other, metres, samePoint: other.pointId === finding.pointId };
    })
    .filter(
      ({ finding: other, metres, samePoint }) =>
        samePoint || (metres !== null && metres <= NEAR_M) || sameMatter(finding, other),
    )
    .sort(
      (a, b) =>
        Number(b.samePoint) - Number(a.samePoint) ||
        nearerFirst(a.metres, b.metres) ||
        b.finding.recordedAt - a.finding.recordedAt,
    )
    .slice(0, MOST);
}

/** Without positions: the same item of the same unit. */
function sameMatter(a: FindingRow, b: FindingRow): boolean {
  return a.unitId === b.unitId && a.itemId !== null && a.itemId === b.itemId;
}
