import type { Page } from '@playwright/test';

export class LoginPage {
  constructor(readonly page: Page) {}

  async signIn(account: string, password: string): Promise<void> {
    await this.page.getByLabel('账号', { exact: true }).fill(account);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
  }

  /** Why the office did not let one in. */
  get trouble() {
    return this.page.getByRole('alert');
  }
}
