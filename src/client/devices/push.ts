/** Web push on this device: what the browser makes of it, as one state; faked in tests by what it stands on. */
import type { PushOffer } from '../../protocol/messages.ts';

export type PushState =
  | { readonly kind: 'unsupported' }
  /** The person has said no to the browser, which asks only once. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly endpoint: string };

export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export async function pushState(): Promise<PushState> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    return { kind: 'unsupported' };
  }
  if (Notification.permission === 'denied') return { kind: 'denied' };
  const subscription = await subscriptionNow();
  return subscription ? { kind: 'on', endpoint: subscription.endpoint } : { kind: 'off' };
}

/** Asks the person through the browser; null where they, or the browser, would not. */
export async function subscribe({ key }: PushOffer): Promise<PushAddress | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  });
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) return null;
  return { endpoint, p256dh: keys.p256dh, auth: keys.auth };
}

/** Answers what it was; the service then no longer knows this device. */
export async function unsubscribe(): Promise<string | null> {
  const subscription = await subscriptionNow();
  if (!subscription) return null;
  await subscription.unsubscribe();
  return subscription.endpoint;
}

async function subscriptionNow(): Promise<PushSubscription | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
}
