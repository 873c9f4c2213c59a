import type { Page } from '@playwright/test';

/** A number that is final: code, year in hexagonal brackets, running number. */
export const FINAL_NUMBER = /[^\s〔]+〔\d{4}〕[1-9]\d*号/;

export class IssuePage {
  constructor(readonly page: Page) {}

  async chooseUnit(name: string): Promise<void> {
    const list = this.page.getByLabel('主送单位');
    const value = await list.locator('option', { hasText: name }).first().getAttribute('value');
    await list.selectOption(value);
  }

  problem(text: string) {
    return this.page.getByRole('checkbox', { name: text });
  }

  async chooseDeadline(name: '立行立改' | '3 天' | '7 天' | '15 天'): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  /** Issues the notice; resolves with its id, on its own page. */
  async issue(): Promise<string> {
    await this.page.getByRole('button', { name: '签发', exact: true }).click();
    await this.page.waitForURL(/\/notices\/(?!issue)[^/?]+$/);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }
}
