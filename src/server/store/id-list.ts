/** Lists of ids in a statement come in few lengths, so that few statements are prepared. */

const SIZES = [1, 8, 64, 512] as const;
export const IDS_AT_ONCE = 512;

/** Up to `IDS_AT_ONCE` ids, filled up to the next length by repeating the last. */
export function filledUp(ids: readonly string[]): string[] {
  const size = SIZES.find((one) => one >= ids.length) ?? ids.length;
  const last = ids.at(-1) ?? '';
  return [...ids, ...Array.from({ length: size - ids.length }, () => last)];
}
