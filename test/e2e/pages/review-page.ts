import type { Locator, Page } from '@playwright/test';

/** 审核: the four lists, and the problem that lies open beside them. */
export class ReviewPage {
  constructor(readonly page: Page) {}

  get problem(): Locator {
    return this.page.getByRole('region', { name: '这个问题' });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  async choose(text: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(text) }).click();
    await this.problem.getByRole('heading', { name: text }).waitFor();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  /** One of the deeds behind 更多. */
  async more(deed: string): Promise<void> {
    await this.press('更多');
    const sheet = this.page.getByRole('dialog', { name: '可以做的事' });
    await sheet.getByRole('button', { name: new RegExp(`^${deed}`) }).click();
  }
}
