/**
 * What a QR on a notice is worth. One table, read from the top: the first row whose
 * conditions all hold decides. Tablet, office and verify page ask this table alone.
 */

export const SEAL_VERDICTS = [
  'genuine',
  'altered',
  'copied',
  'voided',
  'revoked',
  'unknown',
] as const;
export type SealVerdict = (typeof SEAL_VERDICTS)[number];

export interface Evidence {
  /** Whether the QR could be read: `foreign` is none of this system, `newer` one of a later version. */
  readonly code: 'read' | 'foreign' | 'newer';
  /** The key that it names, by the office's certificate; `stranger` for none that the office certified. */
  readonly key: 'good' | 'revoked' | 'stranger';
  readonly signature: 'fits' | 'broken';
  /** What the books have under the number: nothing, exactly this, the same since voided, or something else. */
  readonly books: 'none' | 'same' | 'voided' | 'other';
  /**
   * What the QR stands on: `unseen` where nobody compared; a paper or file that bears another
   * number; a file that is or is not what the record gives; or one that can't be compared now.
   */
  readonly inHand: 'unseen' | 'other-number' | 'same-file' | 'other-file' | 'uncompared';
}

type Condition = { readonly [F in keyof Evidence]?: readonly Evidence[F][] };

interface Row {
  readonly when: Condition;
  readonly verdict: SealVerdict;
  readonly why: string;
  readonly todo: string;
}

const ASK = '请向签发单位核实，不要据此办理。';

export const SEAL_TABLE = {
  newer: {
    when: { code: ['newer'] },
    verdict: 'unknown',
    why: '这个核验码的版本比本程序新，现在读不懂。',
    todo: '更新程序，或用手机扫码打开核验页。',
  },
  foreign: {
    when: { code: ['foreign'] },
    verdict: 'unknown',
    why: '这不是督查通知书的核验码，或者码不完整。',
    todo: '请对准通知书上的二维码重新扫一次。',
  },
  // The books know what was sealed, but nobody of ours has sealed it so.
  resigned: {
    when: { key: ['stranger'], books: ['same', 'voided'] },
    verdict: 'altered',
    why: '核验码写的是已登记的通知书，但签名不是本单位的，码被改动过。',
    todo: ASK,
  },
  stranger: {
    when: { key: ['stranger'] },
    verdict: 'unknown',
    why: '签名用的密钥没有经本单位认证，可能是别的单位的，也可能是伪造的。',
    todo: ASK,
  },
  broken: {
    when: { signature: ['broken'] },
    verdict: 'altered',
    why: '核验码的内容与签名对不上，码被改动过。',
    todo: ASK,
  },
  revoked: {
    when: { key: ['revoked'], books: ['none', 'other'] },
    verdict: 'revoked',
    why: '签名的设备已被注销，登记簿里没有它签的这份通知书。',
    todo: '这份通知书不作数，请向签发单位核实。',
  },
  copied: {
    when: { inHand: ['other-number'] },
    verdict: 'copied',
    why: '核验码是真的，但属于另一份通知书，不是手里的这一份。',
    todo: `手里的这一份不能凭它证明真伪。${ASK}`,
  },
  unbooked: {
    when: { books: ['none'] },
    verdict: 'unknown',
    why: '签名有效，但登记簿里还没有这份通知书，可能刚签发、还没有上传入账。',
    todo: '请过一会儿再核验；一直没有，请向签发单位核实。',
  },
  other: {
    when: { books: ['other'] },
    verdict: 'altered',
    why: '登记簿里这个文号的内容与核验码不一致。',
    todo: ASK,
  },
  voided: {
    when: { books: ['voided'] },
    verdict: 'voided',
    why: '通知书是本单位签发的，但已经作废。',
    todo: '不用再按它办理，以新的通知书为准。',
  },
  changed: {
    when: { inHand: ['other-file'] },
    verdict: 'altered',
    why: '核验码是真的，但这个文件与签发时的文件不一样，内容被改动过或另存过。',
    todo: '请向签发单位要原文件。',
  },
  uncompared: {
    when: { inHand: ['uncompared'] },
    verdict: 'genuine',
    why: '核验码是真的，文件里的文号也对；文件的其余内容现在没有条件比对。',
    todo: '请把下面几项与纸上对一对，或过后再选文件核对。',
  },
  sameFile: {
    when: { inHand: ['same-file'] },
    verdict: 'genuine',
    why: '通知书是本单位签发的，文件与签发时的一字不差。',
    todo: '可以据此办理。',
  },
  genuine: {
    when: {},
    verdict: 'genuine',
    why: '核验码是真的，通知书是本单位签发的，现在有效。',
    todo: '请把下面几项与纸上对一对：一致，才是这一份。',
  },
} as const satisfies Record<string, Row>;

/** Which row of the table decided. */
export type SealReason = keyof typeof SEAL_TABLE;
export const SEAL_REASONS: readonly SealReason[] = [
  'newer',
  'foreign',
  'resigned',
  'stranger',
  'broken',
  'revoked',
  'copied',
  'unbooked',
  'other',
  'voided',
  'changed',
  'uncompared',
  'sameFile',
  'genuine',
];

export interface Judgement {
  readonly reason: SealReason;
  readonly verdict: SealVerdict;
  /** A sentence on what is the matter, and one on what to do. */
  readonly why: string;
  readonly todo: string;
}

export function verdictOf(evidence: Evidence): Judgement {
  const found = SEAL_REASONS.find((reason) => holds(SEAL_TABLE[reason].when, evidence));
  return judgement(found ?? 'genuine');
}

export function judgement(reason: SealReason): Judgement {
  const { verdict, why, todo } = SEAL_TABLE[reason];
  return { reason, verdict, why, todo };
}

/** How it is called in large letters. */
export const VERDICT_NAMES: Record<SealVerdict, string> = {
  genuine: '真实有效',
  altered: '内容被改动',
  copied: '码是抄来的',
  voided: '已经作废',
  revoked: '签名已注销',
  unknown: '查不到',
};

function holds(when: Condition, evidence: Evidence): boolean {
  return (
    allows(when.code, evidence.code) &&
    allows(when.key, evidence.key) &&
    allows(when.signature, evidence.signature) &&
    allows(when.books, evidence.books) &&
    allows(when.inHand, evidence.inHand)
  );
}

function allows<T>(allowed: readonly T[] | undefined, found: T): boolean {
  return allowed === undefined || allowed.includes(found);
}
