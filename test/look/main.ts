/** `npm run look`: every screen in every state, at three sizes and in both themes. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../support/walls/source-file.ts';
import { shootAnswered } from './answered.ts';
import { Camera } from './camera.ts';
import { contactSheet } from './contact-sheet.ts';
import { shootEmpty } from './empty.ts';
import { shootErrors } from './errors.ts';
import { shootOffline } from './offline.ts';
import { shootReply } from './reply.ts';
import { Studio } from './studio.ts';
import { shootTypical } from './typical.ts';

const SCENES = [
  shootTypical,
  shootAnswered,
  shootReply,
  shootEmpty,
  shootOffline,
  shootErrors,
] as const;

/** @param only part of a screen's name; all screens where it is empty */
export async function look(only: string): Promise<void> {
  const folder = join(ROOT, '.look');
  if (only === '') await rm(folder, { recursive: true, force: true });
  const camera = new Camera(folder, only);
  for (const shoot of SCENES) {
    const studio = new Studio(camera);
    try {
      await shoot(studio);
    } finally {
      await studio.stage.strike();
    }
  }
  if (camera.shots.length === 0) throw new Error(`no screen is called ${only}`);
  await writeFile(join(folder, 'index.html'), contactSheet(camera.shots));
  console.log(`${camera.shots.length} 张，见 .look/index.html`);
}
