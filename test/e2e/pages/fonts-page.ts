import type { Locator, Page } from '@playwright/test';

/** 管理 → 公文字体. */
export class FontsPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: '公文字体' }).click();
    await this.face('小标宋').waitFor();
  }

  face(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async beginUpload(face: string): Promise<void> {
    await this.page.getByRole('button', { name: `上传${face}` }).click();
  }

  async choose(path: string): Promise<void> {
    await this.dialog.locator('input[type=file]').setInputFiles(path);
  }

  async declare(): Promise<void> {
    await this.dialog.getByRole('checkbox').check();
  }

  async send(): Promise<void> {
    await this.dialog.getByRole('button', { name: '上传', exact: true }).click();
  }

  get trouble(): Locator {
    return this.dialog.getByRole('alert');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** What the sample line of a font is drawn in. */
  async sampleFamily(line: Locator): Promise<string> {
    const sample = line.locator('.font-sample');
    return sample.evaluate((element) => getComputedStyle(element).fontFamily.replaceAll('"', ''));
  }
}
