/**
 * Which unit an item's finding goes to, from the item's hint (城管执法局/街道办)
 * and the point's owners. A suggestion only: the inspector may pick another.
 */

export interface HintUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
}

export interface PointOwners {
  readonly streetId: string;
  readonly territoryId: string;
  readonly sectorId: string;
}

const STREET_WORDS = ['街道办', '社区', '村委会', '乡镇'];

/**
 * The first name of the hint that stands for a unit wins; the street's own
 * words give the point's street; a hint that names the place itself (学校, 网点,
 * 市场主办方) gives the point's sector owner.
 */
export function unitFromHint(
  hint: string,
  owners: PointOwners,
  units: readonly HintUnit[],
): string {
  for (const part of hint.split('/')) {
    const word = part.replace(/[(（].*?[)）]/g, '').trim();
    if (word === '') continue;
    if (STREET_WORDS.some((street) => word.includes(street))) return owners.streetId;
    const named = units.find(
      (unit) =>
        unit.kind !== 'county' && (unit.shortName.includes(word) || unit.name.includes(word)),
    );
    if (named) return named.id;
  }
  return owners.sectorId;
}

/** How the unit stands to the point, for the second line of a choice. */
export function sayOwnership(unitId: string, owners: PointOwners): string {
  if (unitId === owners.sectorId) return '本点位行业主管';
  if (unitId === owners.streetId) return '本点位所在街道';
  if (unitId === owners.territoryId) return '本点位属地';
  return '';
}
