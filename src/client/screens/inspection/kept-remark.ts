/** 例数 and 备注 as they are typed, until they are saved: written at each key, gone once saved. */
import * as z from 'zod/mini';

const Remark = z.object({ note: z.string(), count: z.nullable(z.number()) });
export type Remark = z.infer<typeof Remark>;

function keyOf(inspectionId: string, itemId: string): string {
  return `xundian-remark.${inspectionId}.${itemId}`;
}

export function recallRemark(inspectionId: string, itemId: string): Remark | null {
  const stored = localStorage.getItem(keyOf(inspectionId, itemId));
  if (stored === null) return null;
  try {
    const remark = Remark.safeParse(JSON.parse(stored));
    return remark.success ? remark.data : null;
  } catch (error) {
    console.info('备注没有恢复', error);
    return null;
  }
}

export function keepRemark(inspectionId: string, itemId: string, remark: Remark): void {
  localStorage.setItem(keyOf(inspectionId, itemId), JSON.stringify(remark));
}

export function forgetRemark(inspectionId: string, itemId: string): void {
  localStorage.removeItem(keyOf(inspectionId, itemId));
}
