import type { Page } from '@playwright/test';

export class PointPage {
  constructor(readonly page: Page) {}

  /** Begins a visit; resolves with its id once the checklist stands there. */
  async startInspection(): Promise<string> {
    await this.page.getByRole('button', { name: '开始检查' }).click();
    await this.page.waitForURL('**/inspections/*');
    await this.page.getByRole('radiogroup').first().waitFor();
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  get openFindings() {
    return this.page.locator('a[href^="/findings/"]');
  }
}
