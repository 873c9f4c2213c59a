import type { Page } from '@playwright/test';

/** 移交数字城管. */
export class HandoffPage {
  constructor(readonly page: Page) {}

  tab(name: string) {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  line(text: string) {
    return this.page.getByRole('listitem').filter({ hasText: text });
  }

  async tick(...texts: string[]): Promise<void> {
    for (const text of texts)
      await this.page.getByRole('checkbox', { name: `选中：${text}` }).check();
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  /** Within the dialog, for the problem of that text. */
  async chooseCode(text: string, typed: string, code: string): Promise<void> {
    const problem = this.dialog.getByRole('listitem').filter({ hasText: text }).first();
    const shut = problem.getByRole('button', { name: `选编码：${text}` });
    if (await shut.isVisible()) await shut.click();
    await problem.getByRole('searchbox').fill(typed);
    await problem.getByRole('button', { name: code }).click();
  }

  /** The table is looked at; nothing is written yet. */
  async lookAt(name: string, table: string): Promise<void> {
    const chosen = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: '选回执表' }).click();
    const buffer = Buffer.from(table);
    await (await chosen).setFiles({ name, mimeType: 'text/tab-separated-values', buffer });
  }

  get preview() {
    return this.page.getByRole('group', { name: '核对结果' });
  }
}
