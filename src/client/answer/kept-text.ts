/** What a person has typed, on this device alone, until it has been taken. */
import type * as z from 'zod/mini';

/** Null where there is none, or it is of another version of this program. */
export function recall<T>(key: string, schema: z.ZodMiniType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    console.info('没写完的内容没有恢复', error);
    return null;
  }
}

/** False where this browser keeps nothing: then the screen must say so. */
export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch (error) {
    console.info('没写完的内容没有存住', error);
    return false;
  }
}

export function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch (error) {
    console.info('写完的内容没有清掉', error);
  }
}
