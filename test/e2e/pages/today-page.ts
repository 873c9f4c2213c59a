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

  /** Narrows the list by one of the sheet's choices; resolves with how many the choice says it leaves. */
  async filter(label: '点位类型' | '街道', choice: string): Promise<number> {
    const sheet = await this.#openFilters();
    const list = sheet.getByLabel(label);
    const option = list.locator('option', { hasText: choice }).first();
    await list.selectOption(await option.getAttribute('value'));
    const words = (await option.textContent()) ?? '';
    await sheet.getByRole('button', { name: /^看 \d+ 个点位$/ }).click();
    return Number(/（(\d+)）/.exec(words)?.[1]);
  }

  async clearFilters(): Promise<void> {
    const sheet = await this.#openFilters();
    await sheet.getByRole('button', { name: '清除筛选' }).click();
    await sheet.getByRole('button', { name: '关闭' }).click();
  }

  async #openFilters() {
    await this.page.getByRole('button', { name: /^筛选/ }).click();
    return this.page.getByRole('dialog', { name: '筛选点位' });
  }

  /** Asks for the order by distance; resolves once the position has been taken. */
  async nearestFirst(): Promise<void> {
    await this.page.getByRole('button', { name: /改为由近到远/ }).click();
    await this.page.getByRole('button', { name: '由近到远', exact: true }).waitFor();
  }

  /** In metres, as the rows say them. */
  async distances(): Promise<number[]> {
    const said = await this.points.locator('.row-end b').allTextContents();
    return said.map((words) => Number.parseFloat(words) * (words.endsWith('km') ? 1000 : 1));
  }

  /** Opens a point by its code, by way of the search. */
  async open(code: string): Promise<void> {
    await this.tab('全部').click();
    await this.search(code);
    await this.list.locator(`a[href="/points/${code}"]`).click();
    await this.page.waitForURL(`**/points/${code}`);
  }
}
