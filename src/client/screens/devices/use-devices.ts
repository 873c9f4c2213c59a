/** The office's list of devices: asked for online, the last answer kept with its time. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { DeviceList } from '../../../protocol/devices.ts';
import { ask } from '../office/ask.ts';
import { useAfterContact } from '../office/use-after-contact.ts';

export interface DevicesState {
  readonly list: z.infer<typeof DeviceList> | null;
  /** Why the last question had no answer; null after an answer. */
  readonly trouble: { readonly message: string; readonly offline: boolean } | null;
  readonly asking: boolean;
}

const EVERY_MS = 30_000;

export function useDevices(accountId: string) {
  const key = `xundian-devices.${accountId}`;
  const [state, setState] = useState<DevicesState>(() => ({
    list: recall(key),
    trouble: null,
    asking: true,
  }));
  const alive = useRef(true);
  const refresh = useCallback(async () => {
    setState((now) => ({ ...now, asking: true }));
    const answer = await ask('/api/devices', DeviceList);
    if (!alive.current) return;
    if (answer.ok) {
      localStorage.setItem(key, JSON.stringify(answer.value));
      setState({ list: answer.value, trouble: null, asking: false });
    } else {
      const { message, offline } = answer;
      setState((now) => ({ ...now, trouble: { message, offline }, asking: false }));
    }
  }, [key]);
  useEffect(() => {
    alive.current = true;
    const whenSeen = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    whenSeen();
    const timer = setInterval(whenSeen, EVERY_MS);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      alive.current = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [refresh]);
  useAfterContact(refresh);
  return { ...state, refresh };
}

function recall(key: string): DevicesState['list'] {
  const stored = localStorage.getItem(key);
  if (stored === null) return null;
  try {
    const parsed = DeviceList.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch {
    // Something else was written there; the office is asked anyway.
    return null;
  }
}
