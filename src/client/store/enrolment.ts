/**
 * What this device remembers of a person's store besides the store itself: that
 * there is one, so that its loss is noticed, and the key that the office has lent
 * to it, which a 离线包 is sealed with.
 */
import { get, set } from 'idb-keyval';
import * as z from 'zod/mini';

const Enrolment = z.object({
  clientId: z.string(),
  /** Hex; null until the office has lent one. */
  sealKey: z.nullable(z.string()),
  /** Stores of the same person that stood here before, whose loss has still to be said. */
  gone: z.array(z.string()),
});
export type Enrolment = z.infer<typeof Enrolment>;

const keyOf = (accountId: string) => `xundian-client.${accountId}`;

export async function recallEnrolment(accountId: string): Promise<Enrolment | null> {
  const known = Enrolment.safeParse(await get(keyOf(accountId)));
  return known.success ? known.data : null;
}

export async function rememberEnrolment(accountId: string, enrolment: Enrolment): Promise<void> {
  await set(keyOf(accountId), enrolment);
}

/** Notes which store is open here; one that was here before it and is not any more is gone. */
export async function enrol(accountId: string, clientId: string): Promise<Enrolment> {
  const before = await recallEnrolment(accountId);
  if (before?.clientId === clientId) return before;
  const gone = before ? [...before.gone, before.clientId] : [];
  const enrolment = { clientId, sealKey: null, gone };
  await rememberEnrolment(accountId, enrolment);
  return enrolment;
}
