/**
 * The codes by which a city's 数字城管 names what it takes (部件 BJ…, 事件 SJ…, of the
 * CJ/T 214 family), and which of them a problem suggests. A suggestion only.
 */

export const CODE_KINDS = ['部件', '事件'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

export interface CityCode {
  readonly code: string;
  readonly kind: CodeKind;
  readonly major: string;
  readonly majorName: string;
  readonly minor: string;
  readonly minorName: string;
  readonly usualOwner: string;
  /** No longer in the city's table: kept for what was handed over by it, not offered. */
  readonly retired: boolean;
}

/** From a checklist item's id, or from the reference code that items carry, to the city's own code. */
export interface CodeMapping {
  readonly source: string;
  readonly code: string;
}

export interface CodeTable {
  readonly codes: readonly CityCode[];
  readonly mappings: readonly CodeMapping[];
}

export interface CodedItem {
  readonly id: string;
  /** The reference code, empty for none. */
  readonly cityCode: string;
}

/** The item's own mapping comes first, then its reference code's, then that code itself. */
export function suggestCode(item: CodedItem, { codes, mappings }: CodeTable): CityCode | null {
  const offered = new Map(codes.filter((one) => !one.retired).map((one) => [one.code, one]));
  const mapped = new Map(mappings.map((one) => [one.source, one.code]));
  const named = [mapped.get(item.id), mapped.get(item.cityCode), item.cityCode];
  for (const code of named) {
    const found = code === undefined ? undefined : offered.get(code);
    if (found) return found;
  }
  return null;
}

/** Codes whose code or names hold every word that was typed; all of them where none was. */
export function searchCodes(codes: readonly CityCode[], typed: string): CityCode[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return codes.filter((one) => {
    const text = `${one.code} ${one.kind} ${one.majorName} ${one.minorName}`.toLowerCase();
    return !one.retired && words.every((word) => text.includes(word));
  });
}

/** `SJ0102 暴露垃圾`. */
export function sayCode(code: string, name: string): string {
  return name === '' ? code : `${code} ${name}`;
}
