import { expect, type Page } from '@playwright/test';

/** 问题台账 on a desk. */
export class LedgerPage {
  constructor(readonly page: Page) {}

  get rows() {
    return this.page.locator('.ledger-table tr[data-at]');
  }

  get chosen() {
    return this.page.locator('.ledger-table tr[aria-current="true"]');
  }

  get sheet() {
    return this.page.getByRole('complementary', { name: '问题详情' });
  }

  /** Place of the chosen row as a screen reader counts it, the head being the first. */
  async place(): Promise<number> {
    return Number(await this.chosen.getAttribute('aria-rowindex'));
  }

  async total(): Promise<number> {
    return Number(await this.page.locator('.ledger-table').getAttribute('aria-rowcount')) - 1;
  }

  term(name: string) {
    return this.page
      .getByRole('region', { name: '问题数量' })
      .getByRole('button', { name, exact: false });
  }

  /** Until the focus is on the chosen row. */
  async focusFollows(): Promise<void> {
    await expect(this.chosen.getByRole('button')).toBeFocused();
  }
}
