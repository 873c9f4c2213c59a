/** The clock beside a deadline, in words that nobody has to count with. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** E.g. `还剩 2 天 5 小时`, `已超期 3 小时`. Instants in ms; what is left is never rounded up. */
export function sayTimeLeft(dueAt: number, now: number): string {
  return now > dueAt ? `已超期 ${sayLength(now - dueAt)}` : `还剩 ${sayLength(dueAt - now)}`;
}

function sayLength(ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return `${hours} 小时`;
  return `${Math.max(1, Math.floor(ms / MINUTE))} 分钟`;
}
