/** Makes papers into PDF files in a folder that is cleared with the test file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layOut } from '../../../src/document/layout/lay-out.ts';
import type { FaceMetrics } from '../../../src/document/metrics.ts';
import type { NoticePaper } from '../../../src/document/paper.ts';
import { drawPdf } from '../../../src/document/pdf/draw-pdf.ts';
import type { Sheet } from '../../../src/document/sheet.ts';
import { BOX_FONTS, BOX_METRICS } from './box-fonts.ts';
import { ISSUED } from './samples.ts';

export interface Made {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly Sheet[];
}

export class Press {
  readonly #folder = mkdtempSync(join(tmpdir(), 'xundian-paper-'));
  #made = 0;

  async make(
    paper: NoticePaper,
    photos: ReadonlyMap<string, Uint8Array> = new Map(),
    metrics: FaceMetrics = BOX_METRICS,
  ): Promise<Made> {
    const sheets = layOut(paper, metrics);
    const bytes = await drawPdf(sheets, {
      fonts: BOX_FONTS,
      photos,
      info: { title: paper.title.join(''), number: paper.number, issuedAt: ISSUED },
    });
    this.#made += 1;
    const file = join(this.#folder, `${this.#made}.pdf`);
    writeFileSync(file, bytes);
    return { file, bytes, sheets };
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
