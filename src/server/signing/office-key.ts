/**
 * The office's own key (ECDSA P-256), made once: it certifies the devices' keys and seals
 * the notices that no device could. Its private half stays in the store: no row, answer
 * or log ever holds it.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { NoticeNumber } from '../../domain/notice-number.ts';
import type { NoticeRecord, NoticeSeal, SignerRow } from '../../protocol/rows/index.ts';
import { certificateText, sealedText, sealFacts, signedText } from '../../protocol/sealed.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Rows } from '../store/rows.ts';
import { DSA_ENCODING, keyIdOf, sha256Hex } from './node-keys.ts';

const LABEL = '本单位服务器';

export class OfficeKey {
  readonly officeId: string;
  readonly publicKey: string;
  readonly keyId: string;
  readonly #secret: KeyObject;

  constructor(officeId: string, publicKey: string, secret: KeyObject) {
    this.officeId = officeId;
    this.publicKey = publicKey;
    this.keyId = keyIdOf(publicKey);
    this.#secret = secret;
  }

  /** Makes a signer's row whole with the office's word for it. */
  certify(signer: Omit<SignerRow, 'certificate' | 'revokedAt' | 'revokeReason' | 'revokedBy'>) {
    return {
      ...signer,
      certificate: this.#sign(certificateText(this.officeId, signer)),
      revokedAt: null,
      revokeReason: '',
      revokedBy: '',
    };
  }

  seal(number: NoticeNumber, record: NoticeRecord): NoticeSeal {
    const digest = sha256Hex(sealedText(number, record));
    const { keyId } = this;
    const signature = this.#sign(signedText(sealFacts(number, record, { keyId, digest })));
    return { keyId, digest, signature };
  }

  #sign(text: string): string {
    const key = { key: this.#secret, dsaEncoding: DSA_ENCODING } as const;
    return sign('sha256', Buffer.from(text, 'utf8'), key).toString('base64url');
  }
}

/** The office's key; a store without one gets one, with the office's own row among the signers. */
export async function settleOfficeKey(db: Db, rows: Rows, now: number): Promise<OfficeKey> {
  const { officeId } = rows;
  return (
    (await readKey(db, rows)) ??
    db.transaction().execute(async (tx) => {
      const version = await takeVersions(tx, officeId);
      // Of two servers that start at once on one store, the second finds the first one's.
      const there = await readKey(tx, rows);
      if (there) return there;
      const made = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const publicKey = made.publicKey
        .export({ format: 'der', type: 'spki' })
        .toString('base64url');
      const secret = made.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
      await tx.insertInto('office_key').values({ office: officeId, secret }).execute();
      const key = new OfficeKey(officeId, publicKey, made.privateKey);
      const before = await rows.get(tx, 'office', officeId);
      if (!before) throw new Error('the office has no row');
      await rows.write(tx, 'office', [{ row: { ...before.row, publicKey }, shownTo: '' }], version);
      const own = key.certify({
        id: key.keyId,
        clientId: '',
        accountName: '',
        label: LABEL,
        algorithm: 'ES256',
        publicKey,
        certifiedAt: now,
      });
      await rows.write(tx, 'signer', [{ row: own, shownTo: '' }], version);
      return key;
    })
  );
}

async function readKey(db: Db, rows: Rows): Promise<OfficeKey | null> {
  const kept = await db
    .selectFrom('office_key')
    .select('secret')
    .where('office', '=', rows.officeId)
    .executeTakeFirst();
  if (!kept) return null;
  const found = await rows.get(db, 'office', rows.officeId);
  if (!found) throw new Error('the office has no row');
  const der = Buffer.from(kept.secret, 'base64');
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return new OfficeKey(rows.officeId, found.row.publicKey, secret);
}
