import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** 导出与分享 on a notice. */
export class ShareDialog {
  constructor(readonly page: Page) {}

  get dialog() {
    return this.page.getByRole('dialog', { name: '导出与分享' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '导出与分享' }).click();
    await this.dialog.waitFor();
  }

  /** Makes the file and saves it; resolves with its name and bytes. */
  async take(paper: string, form: 'PDF' | 'Word'): Promise<{ name: string; bytes: Buffer }> {
    await this.dialog.getByRole('button', { name: `${paper} ${form}`, exact: true }).click();
    const save = this.dialog.getByRole('button', { name: '存到本机' });
    await save.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([this.page.waitForEvent('download'), save.click()]);
    const bytes = await readFile(await download.path());
    await this.dialog.getByRole('button', { name: '返回' }).click();
    return { name: download.suggestedFilename(), bytes };
  }

  /** Makes the file and hands it to the system's share sheet; what that was given. */
  async shared(paper: string, form: 'PDF' | 'Word'): Promise<unknown> {
    await this.dialog.getByRole('button', { name: `${paper} ${form}`, exact: true }).click();
    await this.dialog.getByRole('button', { name: '分享给别人' }).click({ timeout: 60_000 });
    const handed = await this.page.evaluate(() => Reflect.get(window, 'handedOver'));
    await this.dialog.getByRole('button', { name: '返回' }).click();
    return handed;
  }
}
