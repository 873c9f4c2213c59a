/** What the worker that makes files is asked for, and what it answers. */
import type { FontOfFace } from '../../document/face-metrics.ts';
import type { Face } from '../../document/metrics.ts';
import type { NoticePaper } from '../../document/paper.ts';

export type PaperForm = 'pdf' | 'docx';

export interface PaperJob {
  readonly form: PaperForm;
  readonly paper: NoticePaper;
  /** The file bears this date (ms), whenever it is made. */
  readonly issuedAt: number;
  readonly byFace: Readonly<Record<Face, readonly FontOfFace[]>>;
  /** TrueType by SHA-256; a DOCX needs none. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** JPEG by SHA-256; one that lacks is a frame that says 照片未到. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
}

export type PaperWord =
  | { readonly kind: 'page'; readonly done: number; readonly of: number }
  | { readonly kind: 'made'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly message: string };
