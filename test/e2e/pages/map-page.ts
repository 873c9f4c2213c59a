import type { Page } from '@playwright/test';

export class MapPage {
  constructor(readonly page: Page) {}

  /** What stands beside the map for a tapped point. */
  card(name: string) {
    return this.page.getByRole('group', { name, exact: true });
  }

  /** Taps a pin of one point that nothing lies over, as a finger does; resolves with its name. */
  async tapPin(): Promise<string> {
    const pin = this.page.locator('.pin-icon .pin-name').first();
    await pin.waitFor({ state: 'attached' });
    const free = await this.page.locator('.pin-box').evaluateAll((boxes) => {
      for (const box of boxes) {
        const name = box.querySelector('.pin-name')?.textContent ?? '';
        const { left, top, width, height } = box.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        if (name !== '' && box.contains(document.elementFromPoint(x, y))) return { name, x, y };
      }
      return null;
    });
    if (free === null) throw new Error('no pin lies free');
    await this.page.mouse.click(free.x, free.y);
    return free.name;
  }
}
