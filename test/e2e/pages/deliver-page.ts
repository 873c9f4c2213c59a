import type { Locator, Page } from '@playwright/test';

/** 送达: one of three ways, and the button that saves it. */
export class DeliverPage {
  constructor(readonly page: Page) {}

  async choose(way: '当面签收' | '拒收' | '其他方式'): Promise<void> {
    await this.page.getByRole('button', { name: way, exact: true }).click();
  }

  async fill(label: string, words: string): Promise<void> {
    await this.page.getByLabel(label).fill(words);
  }

  /** Where one signs: its name says whether somebody has. */
  board(whose: '收件人' | '见证人'): Locator {
    return this.page.getByRole('img', { name: `${whose}签名区` });
  }

  /** Writes with the mouse: each stroke is a list of points as shares of the field. */
  async sign(
    whose: '收件人' | '见证人',
    strokes: readonly (readonly (readonly [number, number])[])[],
  ): Promise<void> {
    const board = this.board(whose);
    await board.scrollIntoViewIfNeeded();
    const box = await board.boundingBox();
    if (!box) throw new Error('there is no field to sign in');
    const { mouse } = this.page;
    for (const stroke of strokes) {
      const points = stroke.map(
        ([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const,
      );
      const [first, ...rest] = points;
      if (!first) continue;
      await mouse.move(...first);
      await mouse.down();
      for (const [x, y] of rest) await mouse.move(x, y, { steps: 6 });
      await mouse.up();
    }
  }

  /** Adds a photo of the receipt; resolves once it stands there, scaled and kept. */
  async addPhoto(file: string): Promise<void> {
    const photos = this.page.getByRole('button', { name: /^放大回证照片/ });
    const before = await photos.count();
    const choosing = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: '添加照片' }).click();
    await (await choosing).setFiles(file);
    await photos.nth(before).waitFor({ timeout: 60_000 });
  }

  /** Saves; resolves once the notice's own page stands again. */
  async save(): Promise<void> {
    await this.page.getByRole('button', { name: '存下送达' }).click();
    await this.page.waitForURL(/\/notices\/[^/]+$/);
  }
}
