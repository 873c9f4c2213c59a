/**
 * The key that this person's store signs notices with: made here, kept in the browser's
 * own key store by handle, never to be read by anything, this program included.
 */
import { get, set } from 'idb-keyval';
import * as z from 'zod/mini';
import { ALGORITHMS, type Algorithm, isSignedBy, keyIdOf, makeKey, sign } from './web-keys.ts';

const DeviceKey = z.object({
  clientId: z.string(),
  algorithm: z.enum(['Ed25519', 'ES256']),
  publicKey: z.string(),
  keyId: z.string(),
  secret: z.custom<CryptoKey>(
    (kept) => typeof kept === 'object' && kept !== null && 'extractable' in kept,
  ),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

const placeOf = (accountId: string) => `xundian-signing-key.${accountId}`;

/** Null where this store has none: it was not made yet, or belonged to the store before. */
export async function recallKey(accountId: string, clientId: string): Promise<DeviceKey | null> {
  const kept = DeviceKey.safeParse(await get(placeOf(accountId)));
  return kept.success && kept.data.clientId === clientId ? kept.data : null;
}

/** This store's key; made with the first algorithm that this browser proves to have. */
export async function keyOf(accountId: string, clientId: string): Promise<DeviceKey> {
  const known = await recallKey(accountId, clientId);
  if (known) return known;
  const troubles: unknown[] = [];
  for (const algorithm of ALGORITHMS) {
    try {
      return await makeAndTry(accountId, clientId, algorithm);
    } catch (error) {
      troubles.push(error);
    }
  }
  throw new AggregateError(troubles, 'this browser makes no key that can be kept');
}

/** Some browsers sign with a key, and lose it when it is kept: only one that came back will do. */
async function makeAndTry(
  accountId: string,
  clientId: string,
  algorithm: Algorithm,
): Promise<DeviceKey> {
  const made = await makeKey(algorithm);
  const keyId = await keyIdOf(made.publicKey);
  await set(placeOf(accountId), { ...made, keyId, clientId });
  const kept = await recallKey(accountId, clientId);
  if (!kept) throw new Error('the key was not kept');
  const works = await isSignedBy(kept, clientId, await sign(kept, clientId));
  if (!works) throw new Error('the key that was kept does not sign');
  return kept;
}
