import type { Page } from '@playwright/test';

/** 管理 → 轮次. */
export class OfficePage {
  constructor(readonly page: Page) {}

  async openRounds(): Promise<void> {
    await this.page.getByRole('tab', { name: '轮次' }).click();
    await this.page.getByRole('button', { name: '开一轮督查' }).waitFor();
  }

  round(name: string) {
    return this.page.getByRole('region', { name });
  }

  /** Opens a round of one group without members. */
  async openRound(name: string, starts: string, ends: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: '开一轮督查' }).click();
    await page.getByLabel('轮次名称').fill(name);
    await page.getByLabel('开始', { exact: true }).fill(starts);
    await page.getByLabel('结束', { exact: true }).fill(ends);
    for (const _group of ['third', 'second']) {
      await page.getByRole('button', { name: '减一组' }).click();
    }
    await page.getByRole('button', { name: '开始这一轮' }).click();
    await this.round(name).waitFor();
  }

  async endRound(name: string): Promise<void> {
    await this.round(name).getByRole('button', { name: '结束' }).click();
    await this.dialog.getByRole('button', { name: '结束本轮' }).click();
    await this.round(name).getByText('已结束').waitFor();
  }

  /** Ticks or unticks people of a group and saves. */
  async regroup(round: string, team: string, people: readonly string[]): Promise<void> {
    await this.round(round)
      .getByRole('button', { name: `编组 ${team}` })
      .click();
    for (const name of people) await this.dialog.getByRole('checkbox', { name }).click();
    await this.dialog.getByRole('button', { name: '保存' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }
}
