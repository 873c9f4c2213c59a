import type { Locator, Page } from '@playwright/test';

/** 我的账号: who is signed in, and the way out. */
export class AccountSheet {
  constructor(readonly page: Page) {}

  get sheet(): Locator {
    return this.page.getByRole('dialog', { name: '我的账号' });
  }

  /** Opens by the person's name in the rail. */
  async open(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByText(name).click();
    await this.sheet.waitFor();
  }

  async signOut(): Promise<void> {
    await this.sheet.getByRole('button', { name: '退出登录' }).click();
    await this.page.getByLabel('账号', { exact: true }).waitFor();
  }
}
