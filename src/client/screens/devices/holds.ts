import type { DeviceStatus } from '../../../protocol/devices.ts';

/** Whether something on the device is not in the office's books, or was refused and waits for its person. */
export function holds(device: DeviceStatus): boolean {
  const { unsent, unsentPhotos, refused } = device.report;
  return unsent + unsentPhotos + refused > 0;
}

/** Whether its browser has lost what it held. */
export function isLost(device: DeviceStatus): boolean {
  return device.lostAt !== null;
}
