/** Where the person was in an inspection: it survives a reload, a killed tab and a flat battery. */
import * as z from 'zod/mini';

const KeptPlace = z.object({
  top: z.number(),
  /** The draft whose form was open. */
  draft: z.nullable(z.string()),
});
type KeptPlace = z.infer<typeof KeptPlace>;

const NOWHERE: KeptPlace = { top: 0, draft: null };

function keyOf(inspectionId: string): string {
  return `xundian-inspection.${inspectionId}`;
}

export function recallPlace(inspectionId: string): KeptPlace {
  const stored = localStorage.getItem(keyOf(inspectionId));
  if (stored === null) return NOWHERE;
  try {
    const place = KeptPlace.safeParse(JSON.parse(stored));
    return place.success ? place.data : NOWHERE;
  } catch (error) {
    console.info('检查的位置没有恢复', error);
    return NOWHERE;
  }
}

export function keepPlace(inspectionId: string, change: Partial<KeptPlace>): void {
  const next = { ...recallPlace(inspectionId), ...change };
  localStorage.setItem(keyOf(inspectionId), JSON.stringify(next));
}

export function forgetPlace(inspectionId: string): void {
  localStorage.removeItem(keyOf(inspectionId));
}
