/**
 * Makes a paper into a file on this device, with the server stopped as well as with it
 * running: the same bytes that the office makes of the same record.
 */
import type { NoticePaper } from '../../document/paper.ts';
import { FontsMissing, fontBytes } from '../fonts/font-bytes.ts';
import type { PaperFonts } from '../fonts/paper-fonts.ts';
import type { LocalDatabase } from '../store/database.ts';
import type { PaperForm, PaperJob, PaperWord } from './paper-job.ts';
import { paperPhotos } from './paper-photos.ts';

/** How far it is: photos are brought together first, then page after page is drawn. */
export interface PaperProgress {
  readonly step: 'photos' | 'pages';
  readonly done: number;
  readonly of: number;
}

export interface PaperOrder {
  readonly paper: NoticePaper;
  readonly form: PaperForm;
  readonly issuedAt: number;
  readonly fonts: PaperFonts;
  /** True to make it although photos are lacking: they are framed as 照片未到. */
  readonly evenWithout: boolean;
}

/** Photos of the paper are neither here nor to be had from the office now. */
export class PhotosMissing extends Error {
  override readonly name = 'PhotosMissing';
  readonly count: number;

  constructor(count: number) {
    super(`${count} photos are missing`);
    this.count = count;
  }
}

/** Throws FontsMissing or PhotosMissing, or what the maker says; nothing is made then. */
export async function makePaper(
  db: LocalDatabase,
  order: PaperOrder,
  onProgress: (progress: PaperProgress) => void,
  stop: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { paper, form, issuedAt, evenWithout } = order;
  const { faces, byFace } = order.fonts;
  if (form === 'pdf' && !order.fonts.known) throw new FontsMissing(order.fonts.missing);
  const fonts = form === 'pdf' ? await fontBytes(Object.values(faces).flat()) : new Map();
  const { photos, missing } = await paperPhotos(db, paper, stop, (done, of) =>
    onProgress({ step: 'photos', done, of }),
  );
  if (missing > 0 && !evenWithout) throw new PhotosMissing(missing);
  return work({ form, paper, issuedAt, byFace, fonts, photos }, stop, (done, of) =>
    onProgress({ step: 'pages', done, of }),
  );
}

function work(
  job: PaperJob,
  stop: AbortSignal,
  onPage: (done: number, of: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<PaperWord>) => {
      if (data.kind === 'page') onPage(data.done, data.of);
      if (data.kind === 'made') resolve(data.bytes);
      if (data.kind === 'failed') reject(new Error(data.message));
    });
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || '生成公文的程序没有启动'));
    });
    const bytes = [...job.fonts.values(), ...job.photos.values()].map(({ buffer }) => buffer);
    worker.postMessage(job, bytes);
  }).finally(() => worker.terminate());
}
