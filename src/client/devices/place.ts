/**
 * The device's position, taken once when it is asked for and kept in memory
 * only: nobody's way is followed. WGS84, as browsers give it.
 */
import { signal } from '@preact/signals';
import type { Place } from '../../protocol/rows/index.ts';

export type PlaceFailure = 'denied' | 'unavailable' | 'timeout' | 'unsupported';

export type PlaceState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'ok'; readonly place: Place }
  | { readonly kind: 'failed'; readonly why: PlaceFailure; readonly message: string };

export const place = signal<PlaceState>({ kind: 'idle' });
/** The last fix of this sitting, for 就近排列; stays while a new one is asked for. */
export const lastPlace = signal<Place | null>(null);

const TIMEOUT_MS = 10_000;

const SENTENCES: Record<PlaceFailure, string> = {
  denied: '没有定位权限，可在浏览器设置里允许，不影响登记',
  unavailable: '暂时定不了位，不影响登记',
  timeout: '定位超时，不影响登记',
  unsupported: '本机不支持定位，不影响登记',
};

/** Takes one fix; settles with the state that the signal then holds. */
export async function askPlace(): Promise<PlaceState> {
  if (place.value.kind === 'asking') return asking;
  place.value = { kind: 'asking' };
  asking = fix().then((state) => {
    place.value = state;
    if (state.kind === 'ok') lastPlace.value = state.place;
    return state;
  });
  return asking;
}

let asking: Promise<PlaceState> = Promise.resolve(place.value);

function fix(): Promise<PlaceState> {
  const { geolocation } = navigator;
  if (!geolocation) return Promise.resolve(failed('unsupported'));
  return new Promise((resolve) => {
    // Some browsers never answer where the permission prompt is left standing.
    const late = setTimeout(() => resolve(failed('timeout')), TIMEOUT_MS + 1_000);
    geolocation.getCurrentPosition(
      ({ coords, timestamp }) => {
        clearTimeout(late);
        resolve({
          kind: 'ok',
          place: {
            lon: coords.longitude,
            lat: coords.latitude,
            accuracy: Math.min(1_000_000, Math.max(0, coords.accuracy)),
            at: Math.round(timestamp),
          },
        });
      },
      (error) => {
        clearTimeout(late);
        resolve(failed(whyOf(error)));
      },
      { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: 30_000 },
    );
  });
}

function whyOf(error: GeolocationPositionError): PlaceFailure {
  if (error.code === error.PERMISSION_DENIED) return 'denied';
  return error.code === error.TIMEOUT ? 'timeout' : 'unavailable';
}

function failed(why: PlaceFailure): PlaceState {
  return { kind: 'failed', why, message: SENTENCES[why] };
}
