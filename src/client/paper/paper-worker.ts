/** One job a worker: its memory goes with it, and a paper of forty photos never holds up the page. */
import { faceMetrics } from '../../document/face-metrics.ts';
import { layOut } from '../../document/layout/lay-out.ts';
import type { PaperJob, PaperWord } from './paper-job.ts';

function say(word: PaperWord): void {
  self.postMessage(word);
}

async function make(job: PaperJob): Promise<Uint8Array> {
  const { form, paper, photos, fonts, issuedAt } = job;
  if (form === 'docx') {
    const { writeDocx } = await import('../../document/docx/write-docx.ts');
    return writeDocx(paper, { photos, issuedAt });
  }
  const { drawPdf } = await import('../../document/pdf/draw-pdf.ts');
  return drawPdf(layOut(paper, faceMetrics(job.byFace)), {
    fonts,
    photos,
    info: { title: paper.title.join(''), number: paper.number, issuedAt },
    onProgress: (done, of) => say({ kind: 'page', done, of }),
  });
}

self.addEventListener('message', (event: MessageEvent<PaperJob>) => {
  make(event.data).then(
    (bytes) => say({ kind: 'made', bytes: new Uint8Array(bytes) }),
    (error: unknown) => {
      console.error('公文没有生成', error);
      say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    },
  );
});
