import { uuidv7 } from 'uuidv7';

/** The identity of anything that a person creates, made on the device (invariant 6). */
export function makeId(): string {
  return uuidv7();
}
