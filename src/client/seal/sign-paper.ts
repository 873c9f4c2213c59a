import type { NoticeNumber } from '../../domain/notice-number.ts';
import type { NoticeRecord, NoticeSeal } from '../../protocol/rows/index.ts';
import { sealedText, sealFacts, signedText } from '../../protocol/sealed.ts';
import type { Author } from '../store/author.ts';
import type { LocalDatabase } from '../store/database.ts';
import { recallKey } from './device-key.ts';
import { hasKeys, sha256OfText, sign } from './web-keys.ts';

/** Whose store signs. */
export type Signing = Pick<Author, 'clientId'> & {
  readonly db: Pick<LocalDatabase, 'signer'>;
  readonly actor: Pick<Author['actor'], 'accountId'>;
};

/**
 * Signs a notice with this store's key. Null where there is none that the office has
 * certified and this device knows it of: then the office seals the notice when it arrives.
 */
export async function signPaper(
  { db, clientId, actor }: Signing,
  number: NoticeNumber,
  record: NoticeRecord,
): Promise<NoticeSeal | null> {
  if (!hasKeys()) return null;
  try {
    const key = await recallKey(actor.accountId, clientId);
    const signer = key && (await db.signer.get(key.keyId));
    if (!key || !signer || signer.revokedAt !== null) return null;
    const digest = await sha256OfText(sealedText(number, record));
    const { keyId } = key;
    const facts = sealFacts(number, record, { keyId, digest });
    return { keyId, digest, signature: await sign(key, signedText(facts)) };
  } catch (error) {
    // A notice that waits for its seal is better than one that cannot be issued.
    console.warn('没有签名，由服务器入账时签名', error);
    return null;
  }
}
