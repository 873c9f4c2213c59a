/** Keys, records and seals for tests, made by WebCrypto as a browser makes them. */

import {
  type Algorithm,
  keyIdOf,
  type MadeKey,
  makeKey,
  sha256OfText,
  sign,
} from '../../src/client/seal/web-keys.ts';
import type { NoticeNumber } from '../../src/domain/notice-number.ts';
import type { NoticeRecord, NoticeSeal } from '../../src/protocol/rows/index.ts';
import { NO_FONTS } from '../../src/protocol/rows/notice-record.ts';
import { possessionText, sealedText, sealFacts, signedText } from '../../src/protocol/sealed.ts';
import type { SignerEnrol } from '../../src/protocol/signers.ts';

export interface TestKey extends MadeKey {
  readonly keyId: string;
}

export async function testKey(algorithm: Algorithm): Promise<TestKey> {
  const made = await makeKey(algorithm);
  return { ...made, keyId: (await keyIdOf(made.publicKey)) ?? '' };
}

export function record(changed: Partial<NoticeRecord> = {}): NoticeRecord {
  return {
    edition: 1,
    format: 'document',
    fonts: NO_FONTS,
    officeName: '市文明中心',
    contact: '督查科',
    phone: '',
    basis: '按照全国文明城市创建工作安排',
    demand: '整改到位。',
    feedback: '可以书面反馈。',
    address: 'http://office.example',
    unitName: '市城市管理执法局',
    roundName: '第三轮',
    teamName: '第1组',
    keyPointsOnly: true,
    immediate: true,
    issuedAt: Date.UTC(2026, 10, 26, 2),
    dueAt: Date.UTC(2026, 10, 27, 10),
    replaces: null,
    problems: [problem('f1'), problem('f2')],
    ...changed,
  };
}

export function problem(findingId: string): NoticeRecord['problems'][number] {
  return {
    findingId,
    pointId: 'P1',
    pointName: '世纪广场',
    text: '人行道破损',
    count: null,
    itemText: null,
    recordedAt: Date.UTC(2026, 10, 25, 2),
    photos: [],
  };
}

/** As a tablet seals. */
export async function sealWith(
  key: TestKey,
  number: NoticeNumber,
  of: NoticeRecord,
): Promise<NoticeSeal> {
  const digest = await sha256OfText(sealedText(number, of));
  const { keyId } = key;
  const signature = await sign(key, signedText(sealFacts(number, of, { keyId, digest })));
  return { keyId, digest, signature };
}

/** What a tablet says to have its key certified. */
export async function enrolment(
  key: TestKey,
  of: { readonly officeId: string; readonly accountId: string; readonly clientId: string },
): Promise<SignerEnrol> {
  const { algorithm, publicKey } = key;
  const text = possessionText(of.officeId, of.accountId, of.clientId, publicKey);
  return { clientId: of.clientId, algorithm, publicKey, possession: await sign(key, text) };
}
