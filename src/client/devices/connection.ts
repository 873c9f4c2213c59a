/** The line and what was chosen of it, for the screens; the photos' queue asks anew before each piece. */
import { computed, signal } from '@preact/signals';
import { recallWifiOnly, rememberWifiOnly } from '../store/remembered.ts';
import { type Connection, connectionOf, photosGoBy } from '../sync/connection.ts';

export const connection = signal<Connection>('unknown');
/** Whether photos go by Wi-Fi alone on this device. */
export const wifiOnly = signal(false);
/** Whether photos wait for Wi-Fi now. */
export const waitsForWifi = computed(() => !photosGoBy(connection.value, wifiOnly.value));

/** Follows the line while a screen shows it; returns how to end that. */
export function followConnection(navigator: object): () => void {
  const look = () => {
    connection.value = connectionOf(navigator);
  };
  look();
  recallWifiOnly().then(
    (on) => {
      wifiOnly.value = on;
    },
    (error: unknown) => console.warn('没有读到照片上传的选择', error),
  );
  const line: unknown = Reflect.get(navigator, 'connection');
  if (!(line instanceof EventTarget)) return () => undefined;
  line.addEventListener('change', look);
  return () => line.removeEventListener('change', look);
}

export async function chooseWifiOnly(on: boolean): Promise<void> {
  await rememberWifiOnly(on);
  wifiOnly.value = on;
}
