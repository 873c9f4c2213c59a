import type { Page } from '@playwright/test';

export class SyncPage {
  constructor(readonly page: Page) {}

  get now() {
    return this.page.getByRole('button', { name: '立即同步' });
  }

  get wifiOnly() {
    return this.page.getByRole('switch', { name: '照片只在无线网上传' });
  }

  async syncNow(): Promise<void> {
    await this.now.click();
  }
}
