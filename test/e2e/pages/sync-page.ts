import type { Page } from '@playwright/test';

export class SyncPage {
  constructor(readonly page: Page) {}

  async syncNow(): Promise<void> {
    await this.page.getByRole('button', { name: '立即同步' }).click();
  }
}
