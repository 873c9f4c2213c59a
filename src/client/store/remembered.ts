/**
 * The little that a device must know before any database is open, for the page
 * and the service worker alike: who works here, which device it is, and how it uploads.
 */
import { del, get, set } from 'idb-keyval';
import * as z from 'zod/mini';
import { Session } from '../../protocol/session.ts';

const SESSION = 'xundian-session';
const OWED = 'xundian-sign-out-owed';
const DEVICE = 'xundian-device';
const WIFI_ONLY = 'xundian-photos-wifi-only';

/** This browser profile as the office's list of devices names it. */
const Device = z.object({ deviceId: z.string(), label: z.string() });
export type Device = z.infer<typeof Device>;

/** The person who was signed in when this device was last used; null with none. */
export async function recallSession(): Promise<Session | null> {
  const known = Session.safeParse(await get(SESSION));
  return known.success ? known.data : null;
}

export async function rememberSession(session: Session): Promise<void> {
  await set(SESSION, session);
}

export async function forgetSession(): Promise<void> {
  await del(SESSION);
}

/** Whether the office has still to be told of a sign-out that happened without the network. */
export async function isSignOutOwed(): Promise<boolean> {
  return (await get(OWED)) === true;
}

export async function oweSignOut(): Promise<void> {
  await set(OWED, true);
}

export async function settleSignOut(): Promise<void> {
  await del(OWED);
}

export async function recallDevice(): Promise<Device | null> {
  const known = Device.safeParse(await get(DEVICE));
  return known.success ? known.data : null;
}

export async function rememberDevice(device: Device): Promise<void> {
  await set(DEVICE, device);
}

/** 照片只在无线网上传: a choice of this device, whoever works on it; off unless chosen. */
export async function recallWifiOnly(): Promise<boolean> {
  return (await get(WIFI_ONLY)) === true;
}

export async function rememberWifiOnly(on: boolean): Promise<void> {
  await set(WIFI_ONLY, on);
}
