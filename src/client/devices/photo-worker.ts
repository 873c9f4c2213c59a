import { makePhoto, offscreen, type PhotoJobResult } from './photo-job.ts';

/** One picture in, one answer out; both carry the number of the job. */
self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const { data } = event;
  if (typeof data !== 'object' || data === null || !('job' in data) || !('file' in data)) return;
  const { job, file } = data;
  if (!(file instanceof Blob)) return;
  const answer = (result: PhotoJobResult) => self.postMessage({ job, result });
  makePhoto(file, offscreen).then(answer, (error: unknown) => {
    console.error('照片没有处理成', error);
    answer({ ok: false, reason: 'failed' });
  });
});
