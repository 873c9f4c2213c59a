/** What waits for a visit, by how far away it is. Pure. */
import { distanceM, type LonLat, nearerFirst } from '../../../domain/place.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';

export interface ToRecheck {
  readonly finding: FindingRow;
  /** From where one stands; null where either position is unknown. */
  readonly metres: number | null;
  /** 受理: the office has said that it is worth a visit. */
  readonly accepted: boolean;
}

/** Answered problems, the accepted ones first; the nearest first, else the longest waiting. */
export function rechecksOf(
  findings: readonly FindingRow[],
  here: LonLat | null,
  placeOf: (finding: FindingRow) => LonLat | null,
): readonly ToRecheck[] {
  return findings
    .filter((finding) => finding.state === 'replied')
    .map((finding): ToRecheck => {
      const there = here && placeOf(finding);
      const metres = here && there ? distanceM(here, there) : null;
      return { finding, metres, accepted: finding.acceptedAt !== null };
    })
    .sort(
      (a, b) =>
        Number(b.accepted) - Number(a.accepted) ||
        nearerFirst(a.metres, b.metres) ||
        (a.finding.repliedAt ?? 0) - (b.finding.repliedAt ?? 0) ||
        (a.finding.id < b.finding.id ? -1 : 1),
    );
}
