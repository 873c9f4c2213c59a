/** 回执号: short enough to be read out on the telephone, and found again by both sides. */

/** Of the last 32 bits of the deed's own id, which are random: `7F3A-92C1`. */
export function receiptNumber(id: string): string {
  const tail = id.slice(-8).toUpperCase();
  return `${tail.slice(0, 4)}-${tail.slice(4)}`;
}
