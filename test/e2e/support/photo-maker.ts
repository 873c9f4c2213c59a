/** Real photographs, as large as a tablet's camera makes them: drawn and encoded by Chromium itself. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** 12 MP. */
const WIDTH = 4000;
const HEIGHT = 3000;

/** Writes one JPEG, the same bytes for the same seed; its content is busy enough to weigh some megabytes. */
export async function takePhoto(page: Page, file: string, seed: number): Promise<string> {
  const bytes = await draw(page, { width: WIDTH, height: HEIGHT, seed });
  await writeFile(file, bytes);
  return createHash('sha256').update(bytes).digest('hex');
}

/** A photo as a tablet stores it, scaled. */
export function storedPhoto(page: Page, seed: number): Promise<Uint8Array<ArrayBuffer>> {
  return draw(page, { width: 1600, height: 1200, seed });
}

async function draw(
  page: Page,
  size: { width: number; height: number; seed: number },
): Promise<Uint8Array<ArrayBuffer>> {
  return Buffer.from(await page.evaluate(drawJpeg, size), 'base64');
}

async function drawJpeg(size: { width: number; height: number; seed: number }): Promise<string> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  let state = size.seed * 2_654_435_761 + 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const sky = pen.createLinearGradient(0, 0, 0, size.height);
  sky.addColorStop(0, '#9fb8c8');
  sky.addColorStop(1, '#6b5a48');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, size.width, size.height);
  for (let index = 0; index < 30_000; index += 1) {
    pen.fillStyle = `hsl(${next() * 360} 40% ${20 + next() * 60}% / 0.6)`;
    pen.fillRect(next() * size.width, next() * size.height, 6 + next() * 90, 6 + next() * 60);
  }
  pen.fillStyle = '#ffffff';
  pen.font = '200px sans-serif';
  pen.fillText(`${size.seed}`, 200, 400);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}
