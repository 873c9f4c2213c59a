/**
 * Sees to it that this store has a key that the office has certified, beside the work: once
 * the office knows the store, and again at each contact until there is an answer.
 */
import { mayDo } from '../../domain/role.ts';
import { possessionText } from '../../protocol/sealed.ts';
import type { SignerEnrol } from '../../protocol/signers.ts';
import { untilAnswered } from '../each-contact.ts';
import { bodyOf, type Fetch, send } from '../sync/exchange.ts';
import type { Workplace } from '../workplace.ts';
import { keyOf } from './device-key.ts';
import { hasKeys, sign } from './web-keys.ts';

/** Two tabs make one key. */
const LOCK = 'xundian-signing-key';

export function keepSigner(place: Workplace): void {
  const { session, author } = place;
  if (!mayDo(session.role, 'notice.issue') || !hasKeys() || !('locks' in navigator)) return;
  untilAnswered(place, async () => {
    const asked = await navigator.locks.request(LOCK, () =>
      enrolKey({ ...author, accountId: session.accountId }, (input, init) => fetch(input, init)),
    );
    if (asked === 'certified') place.wake();
    return asked !== 'unanswered';
  }).catch((error: unknown) => console.warn('没有登记成签名密钥', error));
}

export interface Enrolling {
  readonly db: Workplace['db'];
  readonly accountId: string;
  readonly officeId: string;
  readonly clientId: string;
}

/** `refused`: asking again by itself would not help; the office seals what is issued here. */
export async function enrolKey(
  { db, accountId, officeId, clientId }: Enrolling,
  ask: Fetch,
): Promise<'known' | 'certified' | 'refused' | 'unanswered'> {
  const key = await keyOf(accountId, clientId);
  if (await db.signer.get(key.keyId)) return 'known';
  const { algorithm, publicKey } = key;
  const possession = await sign(key, possessionText(officeId, accountId, clientId, publicKey));
  const wanted: SignerEnrol = { clientId, algorithm, publicKey, possession };
  const answer = await send(ask, '/api/signers', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
  if (!answer || answer.status >= 500 || answer.status === 401) return 'unanswered';
  if (answer.ok) return 'certified';
  console.info('签名密钥没有得到认证', await bodyOf(answer));
  return 'refused';
}
