import type { Locator, Page } from '@playwright/test';

/** The reply page, as a phone without an account opens it. */
export class ReplyPage {
  constructor(readonly page: Page) {}

  async open(address: string): Promise<void> {
    // A fresh page each time: only the part behind the hash differs.
    await this.page.goto('about:blank');
    await this.page.goto(address);
  }

  problem(text: string | RegExp): Problem {
    return new Problem(this.page.getByRole('article').filter({ hasText: text }));
  }

  async sign(name: string): Promise<void> {
    await this.page.getByLabel('签收人姓名').fill(name);
    await this.page.getByRole('button', { name: '签收', exact: true }).click();
  }
}

export class Problem {
  constructor(readonly card: Locator) {}

  async begin(form: '反馈整改' | '申请延期'): Promise<void> {
    await this.card.getByRole('button', { name: form }).click();
  }

  get words(): Locator {
    return this.card.getByLabel('整改情况');
  }

  /** From the album, as most do. */
  async choosePhoto(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.card.getByLabel('从相册选').setInputFiles(file);
  }

  async chooseFile(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.card.getByLabel('附一个文件').setInputFiles(file);
  }

  async give(): Promise<void> {
    await this.card.getByRole('button', { name: /^提交/ }).click();
  }
}
