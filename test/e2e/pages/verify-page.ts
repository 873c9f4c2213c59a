import type { Page } from '@playwright/test';

/** The office's verify page, as a phone without an account opens it; or 核验 in the app. */
export class VerifyPage {
  constructor(readonly page: Page) {}

  /** The verdict's code, once there is one. */
  async verdict(): Promise<string> {
    const card = this.page.locator('[data-verdict]');
    await card.waitFor();
    return (await card.getAttribute('data-verdict')) ?? '';
  }

  fact(name: string) {
    const line = this.page.locator('.seal-facts > div').filter({ hasText: name });
    return line.getByRole('definition');
  }

  async chooseFile(name: string, bytes: Uint8Array): Promise<void> {
    const buffer = Buffer.from(bytes);
    const asked = this.page.waitForResponse((answer) => answer.url().endsWith('/api/verify'));
    await this.page
      .getByLabel('选择 PDF 文件')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await asked;
  }
}
