import { expect, test } from 'vitest';
import {
  type Evidence,
  judgement,
  SEAL_REASONS,
  SEAL_TABLE,
  SEAL_VERDICTS,
  verdictOf,
} from '../../src/domain/seal-verdict.ts';

const GOOD: Evidence = {
  code: 'read',
  key: 'good',
  signature: 'fits',
  books: 'same',
  inHand: 'unseen',
};

const VALUES = {
  code: ['read', 'foreign', 'newer'],
  key: ['good', 'revoked', 'stranger'],
  signature: ['fits', 'broken'],
  books: ['none', 'same', 'voided', 'other'],
  inHand: ['unseen', 'other-number', 'same-file', 'other-file', 'uncompared'],
} as const satisfies { [F in keyof Evidence]: readonly Evidence[F][] };

/** Everything that could ever be the case. */
const EVERYTHING: readonly Evidence[] = VALUES.code.flatMap((code) =>
  VALUES.key.flatMap((key) =>
    VALUES.signature.flatMap((signature) =>
      VALUES.books.flatMap((books) =>
        VALUES.inHand.map((inHand) => ({ code, key, signature, books, inHand })),
      ),
    ),
  ),
);

test('the table is this', () => {
  const lines = SEAL_REASONS.map((reason) => {
    const { verdict } = SEAL_TABLE[reason];
    const when = Object.entries<readonly string[]>(SEAL_TABLE[reason].when)
      .map(([field, allowed]) => `${field} ${allowed.join('|')}`)
      .join(', ');
    return `${reason.padEnd(10)} ${verdict.padEnd(8)} ${when || 'else'}`;
  });
  expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    newer      unknown  code newer
    foreign    unknown  code foreign
    resigned   altered  key stranger, books same|voided
    stranger   unknown  key stranger
    broken     altered  signature broken
    revoked    revoked  key revoked, books none|other
    copied     copied   inHand other-number
    unbooked   unknown  books none
    other      altered  books other
    voided     voided   books voided
    changed    altered  inHand other-file
    uncompared genuine  inHand uncompared
    sameFile   genuine  inHand same-file
    genuine    genuine  else
    "
  `);
});

test('every row of the table is the answer to something, and every verdict is given', () => {
  const given = EVERYTHING.map(verdictOf);
  expect(new Set(given.map(({ reason }) => reason))).toEqual(new Set(SEAL_REASONS));
  expect(new Set(given.map(({ verdict }) => verdict))).toEqual(new Set(SEAL_VERDICTS));
});

test('genuine is only what a certified key signed, fits, is in the books and is not another paper', () => {
  for (const evidence of EVERYTHING) {
    if (verdictOf(evidence).verdict !== 'genuine') continue;
    expect(evidence).toMatchObject({ code: 'read', signature: 'fits', books: 'same' });
    expect(['good', 'revoked']).toContain(evidence.key);
    expect(['unseen', 'same-file', 'uncompared']).toContain(evidence.inHand);
  }
});

test('what a revoked key signed before stays genuine where the books have it, and is nothing where not', () => {
  expect(verdictOf({ ...GOOD, key: 'revoked' }).verdict).toBe('genuine');
  expect(verdictOf({ ...GOOD, key: 'revoked', books: 'none' }).verdict).toBe('revoked');
  expect(verdictOf({ ...GOOD, key: 'revoked', books: 'other' }).verdict).toBe('revoked');
});

test('a QR on another paper, a changed file and a voided notice are told apart', () => {
  expect(verdictOf({ ...GOOD, inHand: 'other-number' }).verdict).toBe('copied');
  expect(verdictOf({ ...GOOD, books: 'voided', inHand: 'other-number' }).verdict).toBe('copied');
  expect(verdictOf({ ...GOOD, inHand: 'other-file' }).verdict).toBe('altered');
  expect(verdictOf({ ...GOOD, books: 'voided', inHand: 'other-file' }).verdict).toBe('voided');
});

test('every answer says in Chinese what is the matter and what to do', () => {
  for (const reason of SEAL_REASONS) {
    const { why, todo } = judgement(reason);
    for (const sentence of [why, todo]) expect(sentence).toMatch(/\p{Script=Han}.*。$/u);
  }
});
