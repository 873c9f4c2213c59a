/** A photo from the camera in a real Chromium: small, without what the camera says of its owner, off the page's thread. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LONGEST_SIDE } from '../../src/client/devices/photo-job.ts';
import { jpegSize } from '../../src/server/blobs/jpeg.ts';
import { problemFormOn } from './pages/problem-form.ts';
import { asFromCamera, MAKER, POSITION } from './support/exif.ts';
import { takePhoto } from './support/photo-maker.ts';
import { signInInspector } from './support/signed-in.ts';
import { storedPhotos } from './support/stored-photos.ts';
import { expect, test } from './support/test.ts';

/** Notes on the page what decodes, draws or hashes a picture on its own thread. */
function noteHeavyWork(): void {
  const done: string[] = [];
  Reflect.set(window, 'heavyWork', done);
  for (const [owner, name] of [
    [window, 'createImageBitmap'],
    [SubtleCrypto.prototype, 'digest'],
    [HTMLCanvasElement.prototype, 'toBlob'],
    [OffscreenCanvas.prototype, 'convertToBlob'],
  ] as const) {
    const real: unknown = Reflect.get(owner, name);
    if (typeof real !== 'function') continue;
    Reflect.set(owner, name, function noted(this: unknown, ...args: unknown[]) {
      done.push(name);
      return Reflect.apply(real, this === undefined ? window : this, args);
    });
  }
}

test('a 12-megapixel photo becomes a small upright JPEG without its EXIF, in a worker; a text file becomes nothing', async ({
  stage,
  office,
  launchTablet,
}) => {
  const tablet = await launchTablet({ baseUrl: office.url });
  const page = await signInInspector(tablet, office);
  const folder = await stage.folder('photos');
  const [camera, text] = [join(folder, 'camera.jpg'), join(folder, 'words.jpg')];
  await takePhoto(page, camera, 7);
  const original = asFromCamera(await readFile(camera));
  await writeFile(camera, original);
  await writeFile(text, '这不是照片');
  expect(jpegSize(original)).toEqual({ width: 4000, height: 3000 });
  expect(original.includes(MAKER) && original.includes(POSITION)).toBe(true);

  await page.goto(`${office.url}/points/YL-0005`);
  await page.getByRole('button', { name: '登记问题' }).click();
  const problem = await problemFormOn(page);
  await page.evaluate(noteHeavyWork);
  await problem.addPhoto(camera);

  const photos = await storedPhotos(page);
  expect(photos).toHaveLength(1);
  for (const { sha256, bytes } of photos) {
    // Turned as it was held: the long side stands.
    expect(jpegSize(bytes)).toEqual({ width: LONGEST_SIDE * 0.75, height: LONGEST_SIDE });
    expect(bytes.length).toBeLessThan(original.length / 3);
    for (const trace of ['Exif', MAKER, POSITION]) expect(bytes.includes(trace)).toBe(false);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  expect(page.workers().filter((worker) => worker.url().includes('photo-worker'))).toHaveLength(1);
  expect(await page.evaluate(() => Reflect.get(window, 'heavyWork'))).toEqual([]);

  const choosing = page.waitForEvent('filechooser');
  await problem.form.getByRole('button', { name: '添加照片' }).click();
  await (await choosing).setFiles(text);
  await expect(problem.form.getByRole('alert')).toHaveText('这个文件不是能识别的图片，没有添加。');
  await expect(problem.photos).toHaveCount(1);
  expect(await storedPhotos(page)).toHaveLength(1);
});
