import { useEffect, useRef } from 'preact/hooks';
import { syncStatus } from '../../workplace.ts';

/** A burst of changes is one question. */
const AFTER_CHANGE_MS = 1_500;

/** Asks again after a round trip: a poke before it means that the office may say something else now. */
export function useAfterContact(refresh: () => Promise<void>): void {
  const contact = syncStatus.value.lastContact;
  const first = useRef(contact);
  useEffect(() => {
    if (contact === first.current) return;
    const timer = setTimeout(() => void refresh(), AFTER_CHANGE_MS);
    return () => clearTimeout(timer);
  }, [contact, refresh]);
}
