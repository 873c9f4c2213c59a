import { expect, type Page } from '@playwright/test';

/** 催办督办 and the letters that come of it. */
export class UrgePage {
  constructor(readonly page: Page) {}

  /** By the rail, and then its tab. */
  async open(tab: string): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: '主导航' });
    if ((await this.page.getByRole('tab', { name: tab }).count()) === 0) {
      const back = this.page.getByRole('button', { name: '返回' });
      await ((await rail.isVisible())
        ? rail.getByRole('link', { name: '催办督办' })
        : back
      ).click();
    }
    await this.page.getByRole('tab', { name: tab, exact: false }).first().click();
    await expect(this.page.getByRole('tab', { name: tab }).first()).toHaveAttribute(
      'aria-selected',
      'true',
    );
  }

  step(unit: string, paper: string) {
    return this.page.getByRole('button', { name: `${unit}：${paper}` });
  }

  line(text: string) {
    return this.page.getByRole('row', { name: text });
  }

  /** Issues the letter that is looked at. */
  async issue(paper: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: `签发${paper}` })).toBeVisible();
    await expect(this.page.getByRole('article', { name: new RegExp(paper) })).toBeVisible();
    await this.page.getByRole('button', { name: '签发', exact: true }).click();
    await this.page.waitForURL('**/letters/*');
  }

  /** What the office has numbered it. */
  async number(agency: string): Promise<string> {
    const name = this.page
      .locator('.notice-head')
      .getByText(new RegExp(`^${agency}〔\\d+〕\\d+号$`));
    await expect(name).toBeVisible({ timeout: 30_000 });
    return (await name.textContent()) ?? '';
  }

  get drafts() {
    return this.page.getByRole('list', { name: '待发的月度提示' }).getByRole('listitem');
  }

  draft(unit: string) {
    return this.drafts.filter({ has: this.page.getByText(unit, { exact: true }) });
  }

  async issueMonth(count: number): Promise<void> {
    await this.page.getByRole('button', { name: `签发 ${count} 份` }).click();
    const sure = this.page.getByRole('dialog');
    await sure.getByRole('button', { name: `签发 ${count} 份` }).click();
  }
}
