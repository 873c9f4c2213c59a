import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

export class SyncPage {
  constructor(readonly page: Page) {}

  get now() {
    return this.page.getByRole('button', { name: '立即同步' });
  }

  get wifiOnly() {
    return this.page.getByRole('switch', { name: '照片只在无线网上传' });
  }

  /** The cards of what the office did not take. */
  refused(title: string | RegExp) {
    return this.page.getByRole('article', { name: title });
  }

  get clear() {
    return this.page.getByRole('button', { name: '清理照片' });
  }

  /** Gives a refused deed up, for a reason. */
  async giveUp(title: string | RegExp, reason: string): Promise<void> {
    await this.refused(title).getByRole('button', { name: '放弃', exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('放弃的理由').fill(reason);
    await dialog.getByRole('button', { name: '确认放弃' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Resolves with the file that a button of the page saves. */
  async save(button: Locator): Promise<{ name: string; text: string }> {
    const saving = this.page.waitForEvent('download');
    await button.click();
    const saved = await saving;
    return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), 'utf8') };
  }

  async syncNow(): Promise<void> {
    await this.now.click();
  }
}
