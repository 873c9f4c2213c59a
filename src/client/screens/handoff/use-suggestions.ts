/** Which code each problem's checklist item suggests. */
import { useMemo } from 'preact/hooks';
import {
  type CityCode,
  type CodedItem,
  type CodeTable,
  suggestCode,
} from '../../../domain/city-code.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';

/** By the problem's id; undefined until read. */
export function useSuggestions(
  findings: readonly FindingRow[],
  table: CodeTable | null,
): ReadonlyMap<string, CityCode> | undefined {
  const ids = findings.map(({ id }) => id).join(' ');
  const items = useLive(
    async (db) => {
      const visits = await db.inspection.bulkGet(
        findings.flatMap(({ inspectionId }) => inspectionId ?? []),
      );
      const edition = new Map(
        visits.flatMap((visit) => (visit ? [[visit.id, visit.checklistId]] : [])),
      );
      const lists = await db.checklist.bulkGet([...new Set(edition.values())]);
      const byList = new Map(lists.flatMap((list) => (list ? [[list.id, list.items]] : [])));
      const found = new Map<string, CodedItem>();
      for (const { id, inspectionId, itemId } of findings) {
        const own = byList.get(edition.get(inspectionId ?? '') ?? '') ?? [];
        const item = own.find((one) => one.id === itemId);
        if (item) found.set(id, item);
      }
      return found;
    },
    [ids],
  );
  return useMemo(() => {
    if (!items) return undefined;
    const suggested = new Map<string, CityCode>();
    for (const [id, item] of items) {
      const code = table ? suggestCode(item, table) : null;
      if (code) suggested.set(id, code);
    }
    return suggested;
  }, [items, table]);
}
