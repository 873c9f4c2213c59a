import type { Download, Locator, Page } from '@playwright/test';

/** 离线包, on the screen 同步. */
export class RescuePage {
  constructor(readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Exports; resolves with the file that the browser saves. */
  async export(passphrase: string): Promise<Download> {
    await this.page.getByRole('button', { name: /^导出离线包/ }).click();
    await this.dialog.getByLabel('口令', { exact: true }).fill(passphrase);
    await this.dialog.getByLabel('再输一遍口令').fill(passphrase);
    const saving = this.page.waitForEvent('download', { timeout: 60_000 });
    await this.dialog.getByRole('button', { name: '导出', exact: true }).click();
    return saving;
  }

  /** Opens a file, as far as its passphrase allows. */
  async openFile(file: string, passphrase: string): Promise<void> {
    if (!(await this.dialog.isVisible())) {
      await this.page.getByRole('button', { name: '导入离线包' }).click();
    }
    const choosing = this.page.waitForEvent('filechooser');
    await this.dialog.getByRole('button', { name: /文件$/ }).click();
    await (await choosing).setFiles(file);
    await this.dialog.getByLabel('口令', { exact: true }).fill(passphrase);
    await this.dialog.getByRole('button', { name: '打开' }).click();
  }

  /** Imports what has been opened; resolves once the office has answered. */
  async import(): Promise<void> {
    await this.dialog.getByRole('button', { name: '导入', exact: true }).click();
    await this.dialog.getByRole('button', { name: '完成' }).waitFor({ timeout: 60_000 });
  }
}
