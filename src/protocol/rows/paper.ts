import * as z from 'zod/mini';
import { FACES } from '../../domain/face.ts';
import { Id, Instant, Sha256, text } from './shared.ts';

/** A font that the office is licensed for and has brought in itself; its bytes travel apart. */
export const FontRow = z.object({
  /** `face.sha256`: one file may serve several faces. */
  id: Id,
  face: z.enum(FACES),
  sha256: Sha256,
  name: text(100),
  bytes: z.int(),
  /** Order within its face, from 0; negative once taken out of use, which keeps its bytes. */
  rank: z.int(),
  /** Which characters it has and how wide they are, as JSON. */
  metrics: text(200_000),
});
export type FontRow = z.infer<typeof FontRow>;

/** Who signs notices: a device's store, or the office's server itself. Private keys never travel. */
export const SignerRow = z.object({
  /** Made of the public key, so that nobody else's key can go by it. */
  id: Id,
  /** The store that holds the private key; empty for the office's server. */
  clientId: text(64),
  accountName: text(60),
  label: text(80),
  algorithm: z.enum(['Ed25519', 'ES256']),
  /** SPKI in base64url. */
  publicKey: text(400),
  certifiedAt: Instant,
  /** The office's signature over `certificateText`, base64url. */
  certificate: text(200),
  /** From then on nothing that it signs holds; null while it is good. */
  revokedAt: z.nullable(Instant),
  revokeReason: text(500),
  /** Who did that; empty while it is good. */
  revokedBy: text(60),
});
export type SignerRow = z.infer<typeof SignerRow>;
