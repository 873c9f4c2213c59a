import { expect, type Page } from '@playwright/test';

/** 发文登记簿. */
export class RegisterPage {
  constructor(readonly page: Page) {}

  /** What the top bar says: 共 N 号 = 已用 … */
  get counts() {
    return this.page.locator('.topbar-facts');
  }

  get audit() {
    return this.page.getByRole('list', { name: '核对' });
  }

  line(number: string) {
    return this.page.getByRole('row').filter({
      has: this.page.getByRole('rowheader', { name: number, exact: true }),
    });
  }

  lines(state: string) {
    return this.page.getByRole('row').filter({ hasText: state });
  }

  async only(state: string): Promise<void> {
    await this.page.getByLabel('状态').selectOption(state);
  }

  /** Takes back what the first device of this person holds unused. */
  async recall(person: string, reason: string): Promise<void> {
    const { page } = this;
    await page.getByText(/^在租 \d+ 号/).click();
    await page
      .getByRole('button', { name: new RegExp(`^收回 ${person}`) })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel('收回理由').fill(reason);
    await page.getByRole('button', { name: '确认收回' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
}
