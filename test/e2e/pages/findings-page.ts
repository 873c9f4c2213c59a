import type { Page } from '@playwright/test';

/** 问题: the list on a tablet, the ledger on a desk; and one problem. */
export class FindingsPage {
  constructor(readonly page: Page) {}

  problem(text: string) {
    return this.page.getByText(text, { exact: false }).first();
  }

  async toIssue(): Promise<void> {
    await this.page.getByRole('button', { name: '开具督查通知书' }).click();
    await this.page.waitForURL('**/notices/issue*');
  }

  /** The photos of the problem on screen that are really drawn. */
  async drawnPhotos(): Promise<number> {
    return this.page
      .locator('img')
      .evaluateAll(
        (images) =>
          images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)
            .length,
      );
  }
}
