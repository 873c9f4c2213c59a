import { sayMoment } from '../../../domain/civil.ts';
import type { HistoryEntry } from '../../../protocol/history.ts';

/** Less than this is the ordinary way from a device to the office. */
export const WORTH_SAYING_MS = 5 * 60_000;

/** @param at corrected time (ms) at which it was done */
export function traceOf(at: number, entry: HistoryEntry): string {
  const { device, deviceAt, receivedAt } = entry;
  const parts: string[] = [];
  if (device !== '') parts.push(`设备：${device}`);
  if (deviceAt !== null && Math.abs(deviceAt - at) > WORTH_SAYING_MS) {
    parts.push(`设备的钟当时是 ${sayMoment(deviceAt)}`);
  }
  if (Math.abs(receivedAt - at) > WORTH_SAYING_MS) {
    parts.push(`服务器 ${sayMoment(receivedAt)} 入账`);
  }
  return parts.join(' · ');
}
