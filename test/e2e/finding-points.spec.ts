/** How an inspector finds a point: by words, by filters, by nearness, on the map. */

import { MapPage } from './pages/map-page.ts';
import { TodayPage } from './pages/today-page.ts';
import { signInInspector } from './support/signed-in.ts';
import { expect, test } from './support/test.ts';

test('a point is found by initials, code and name, by filters, nearest first, and on the map', async ({
  office,
  launchTablet,
}) => {
  const tablet = await launchTablet({ baseUrl: office.url });
  const page = await signInInspector(tablet, office);
  const today = new TodayPage(page);
  await today.tab('全部').click();
  const all = await today.count('全部');

  await test.step('by pinyin initials, code and name', async () => {
    for (const words of ['mzlgy', 'MZLGY', 'yl-0103', '明珠路公园']) {
      await today.search(words);
      await expect.poll(() => today.count('全部')).toBe(1);
      await expect(today.points).toHaveText([/明珠路公园/]);
    }
    await today.search('');
    await expect.poll(() => today.count('全部')).toBe(all);
  });

  await test.step('by type and street, each with its own count', async () => {
    const parks = await today.filter('点位类型', '公园');
    expect(parks).toBeGreaterThan(1);
    await expect.poll(() => today.count('全部')).toBe(parks);
    await expect(today.points).toHaveCount(parks);
    for (const row of await today.points.all()) await expect(row).toContainText('公园 · YL-');
    const ofStreet = await today.filter('街道', '沙河路');
    expect(ofStreet).toBeGreaterThan(1);
    await expect(today.points).toHaveText([/沙河公园/]);
    await today.clearFilters();
    await expect.poll(() => today.count('全部')).toBe(all);
  });

  await test.step('the nearest first, on the person’s word', async () => {
    await today.nearestFirst();
    const metres = await today.distances();
    expect(metres.length).toBeGreaterThan(10);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
  });

  await test.step('on the map: a tap on the pin opens the point', async () => {
    await page.goto(`${office.url}/map`);
    const map = new MapPage(page);
    const name = await map.tapPin();
    await expect(map.card(name)).toBeVisible();
    await map.card(name).getByRole('button', { name: '看点位' }).click();
    await page.waitForURL('**/points/*');
    await expect(page.getByRole('heading', { name, exact: true }).first()).toBeVisible();
  });
});
