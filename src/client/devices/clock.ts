import { CLOCK_WARN_MS } from '../../domain/clock.ts';

/**
 * What to tell a person whose device clock is off; null where it is near enough
 * or was never compared.
 * @param offset server time minus device time (ms)
 */
export function sayClockOff(offset: number | null): string | null {
  if (offset === null || Math.abs(offset) <= CLOCK_WARN_MS) return null;
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const span = minutes < 120 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 小时`;
  return `本机时钟${offset > 0 ? '慢' : '快'}了约 ${span}，期限已按服务器时间计算`;
}
