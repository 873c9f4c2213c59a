/**
 * Papers as files, made at the server from the same description by the same code as on
 * the tablet: what it makes of a record is, byte for byte, what the tablet made.
 */
import { readFile } from 'node:fs/promises';
import { type FontOfFace, faceMetrics } from '../../document/face-metrics.ts';
import { layOut } from '../../document/layout/lay-out.ts';
import type { Face, FaceMetrics } from '../../document/metrics.ts';
import type { NoticePaper } from '../../document/paper.ts';
import { photoHashes } from '../../document/photo-hashes.ts';
import { BoxFont } from '../../protocol/fonts.ts';
import type { FaceFonts } from '../../protocol/rows/index.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { FontStore } from '../fonts/font-store.ts';
import { errorCode } from '../store/store-error.ts';
import { PaperTrouble } from './paper-trouble.ts';

export interface PaperParts {
  readonly paper: NoticePaper;
  readonly fonts: FaceFonts;
  /** When it was issued (ms): the files bear that date. */
  readonly issuedAt: number;
}

export interface MadePaper {
  readonly bytes: Uint8Array;
  /** Photos that have not reached the office: their places say 照片未到. */
  readonly missing: readonly string[];
}

export class PaperMaker {
  readonly #fonts: FontStore;
  readonly #blobs: BlobStore;
  readonly #measured = new Map<string, FontOfFace>();

  constructor(fonts: FontStore, blobs: BlobStore) {
    this.#fonts = fonts;
    this.#blobs = blobs;
  }

  /** Throws a PaperTrouble where a font is lacking: in another one it would be another paper. */
  async pdf({ paper, fonts, issuedAt }: PaperParts): Promise<MadePaper> {
    const sheets = layOut(paper, await this.#metrics(fonts));
    const { photos, missing } = await this.#photosOf(paper);
    const hashes = [...new Set(Object.values(fonts).flat())];
    const files = new Map<string, Uint8Array>();
    for (const sha256 of hashes) files.set(sha256, await this.#read(sha256));
    const info = { title: paper.title.join(''), number: paper.number, issuedAt };
    // Large, and needed a few times a day.
    const { drawPdf } = await import('../../document/pdf/draw-pdf.ts');
    return { bytes: await drawPdf(sheets, { fonts: files, photos, info }), missing };
  }

  async docx({ paper, issuedAt }: PaperParts): Promise<MadePaper> {
    const { photos, missing } = await this.#photosOf(paper);
    const { writeDocx } = await import('../../document/docx/write-docx.ts');
    return { bytes: await writeDocx(paper, { photos, issuedAt }), missing };
  }

  async #photosOf(paper: NoticePaper) {
    const photos = new Map<string, Uint8Array>();
    const missing: string[] = [];
    for (const sha256 of photoHashes(paper)) {
      const bytes = await readIfThere(this.#blobs.pathOf(sha256));
      if (bytes) photos.set(sha256, bytes);
      else missing.push(sha256);
    }
    return { photos, missing };
  }

  async #metrics(fonts: FaceFonts): Promise<FaceMetrics> {
    const measured = async (face: Face) =>
      Promise.all(fonts[face].map((sha256) => this.#measure(sha256)));
    return faceMetrics({
      xiaobiaosong: await measured('xiaobiaosong'),
      fangsong: await measured('fangsong'),
      kaiti: await measured('kaiti'),
      heiti: await measured('heiti'),
      songti: await measured('songti'),
    });
  }

  async #measure(sha256: string): Promise<FontOfFace> {
    const known = this.#measured.get(sha256);
    if (known) return known;
    const text = await readIfThere(this.#fonts.pathOf(sha256, 'json'));
    if (!text) throw new PaperTrouble('font-missing', sha256.slice(0, 12));
    const { metrics } = BoxFont.parse(JSON.parse(Buffer.from(text).toString('utf8')));
    const font = { sha256, metrics };
    this.#measured.set(sha256, font);
    return font;
  }

  async #read(sha256: string): Promise<Uint8Array> {
    const bytes = await readIfThere(this.#fonts.pathOf(sha256, 'ttf'));
    if (!bytes) throw new PaperTrouble('font-missing', sha256.slice(0, 12));
    return bytes;
  }
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
