import type { Page } from '@playwright/test';

export class TodayPage {
  constructor(readonly page: Page) {}

  get list() {
    return this.page.getByRole('region', { name: '点位列表' });
  }

  /** The rows of the list, as far as they have been drawn. */
  get points() {
    return this.list.locator('a[href^="/points/"]');
  }

  get searchField() {
    return this.page.getByRole('searchbox', { name: '搜索点位' });
  }

  tab(name: '未查' | '进行中' | '已查' | '全部') {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** How many points a tab says that it holds. */
  async count(name: '未查' | '进行中' | '已查' | '全部'): Promise<number> {
    const words = (await this.tab(name).textContent()) ?? '';
    return Number(words.replace(/\D/g, ''));
  }

  async search(text: string): Promise<void> {
    await this.searchField.fill(text);
  }

  /** Opens a point by its code, by way of the search. */
  async open(code: string): Promise<void> {
    await this.tab('全部').click();
    await this.search(code);
    await this.list.locator(`a[href="/points/${code}"]`).click();
    await this.page.waitForURL(`**/points/${code}`);
  }
}
