/** A device brings its key; a supervisor puts an end to it; anybody asks what a QR is worth. */
import * as z from 'zod/mini';
import { SEAL_REASONS } from '../domain/seal-verdict.ts';
import { SignerRow } from './rows/paper.ts';
import { Instant, Sha256, sentence, text, Uuid } from './rows/shared.ts';
import { MAX_SEAL_TEXT } from './seal-payload.ts';

export const SignerEnrol = z.object({
  /** The store that holds the private key. */
  clientId: Uuid,
  algorithm: SignerRow.shape.algorithm,
  publicKey: SignerRow.shape.publicKey,
  /** The key's own signature over `possessionText`, base64url. */
  possession: text(200),
});
export type SignerEnrol = z.infer<typeof SignerEnrol>;

export const SignerAnswer = z.object({ signer: SignerRow });

/** 注销签名密钥: all that one store holds. */
export const SignerRevoke = z.object({ reason: sentence(500) });
export const SignersRevoked = z.object({ signers: z.array(SignerRow) });

export const SealQuestion = z.object({
  /** What the QR says, without the address. */
  payload: text(MAX_SEAL_TEXT),
  /** SHA-256 of the file in hand, and the number that it names; absent where there is no file. */
  fileSha256: z.optional(Sha256),
  fileNumber: z.optional(z.nullable(text(60))),
});
export type SealQuestion = z.infer<typeof SealQuestion>;

/** Nothing that the QR does not say itself, but for what it is worth and when and why it was voided. */
export const SealAnswer = z.object({
  reason: z.enum(SEAL_REASONS),
  /** When it was voided, or the device's key revoked; null otherwise. */
  at: z.nullable(Instant),
  /** Why it was voided; empty otherwise. */
  voidReason: text(500),
});
export type SealAnswer = z.infer<typeof SealAnswer>;
