/**
 * What the line is, as far as the browser says (Network Information API: Chrome
 * on Android and ChromeOS, page and worker alike), and whether photos go by it.
 */
import { recallWifiOnly } from '../store/remembered.ts';

export type Connection =
  /** The browser never says: 照片只在无线网上传 is neither offered nor in force. */
  | 'unknown'
  | 'wifi'
  | 'cellular'
  | 'none'
  /** It does say, but not of this line, e.g. behind a VPN: taken for a dear one. */
  | 'unclear';

const SAID: Readonly<Record<string, Connection>> = {
  wifi: 'wifi',
  // A cable costs no more than the office's own air.
  ethernet: 'wifi',
  cellular: 'cellular',
  wimax: 'cellular',
  none: 'none',
};

/** @param navigator the page's or the worker's */
export function connectionOf(navigator: object): Connection {
  const line: unknown = Reflect.get(navigator, 'connection');
  if (typeof line !== 'object' || line === null) return 'unknown';
  const type: unknown = Reflect.get(line, 'type');
  if (typeof type !== 'string') return 'unknown';
  return SAID[type] ?? 'unclear';
}

/** Whether photos go by a line, given what was chosen. */
export function photosGoBy(connection: Connection, wifiOnly: boolean): boolean {
  return !wifiOnly || connection === 'wifi' || connection === 'unknown';
}

/** The same as it stands at this moment, by what is kept: another tab may have chosen anew. */
export async function photosMayGo(navigator: object): Promise<boolean> {
  const connection = connectionOf(navigator);
  return photosGoBy(connection, true) || photosGoBy(connection, await recallWifiOnly());
}
