import type { Page } from '@playwright/test';
import { FINAL_NUMBER } from './issue-page.ts';

export class NoticePage {
  constructor(readonly page: Page) {}

  /** The number as the notice prints it. */
  async number(): Promise<string> {
    const words = this.page.getByText(FINAL_NUMBER).first();
    await words.waitFor();
    const [number = ''] = FINAL_NUMBER.exec((await words.textContent()) ?? '') ?? [];
    return number;
  }

  problem(text: string) {
    return this.page.getByRole('link', { name: text });
  }

  async void(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: '作废', exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: /作废/ }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
