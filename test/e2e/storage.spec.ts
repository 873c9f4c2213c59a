/** The tablet's own storage: asked to be kept, and honest when it is full (invariant 12). */
import type { Page } from '@playwright/test';
import { InspectionPage } from './pages/inspection-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { PointPage } from './pages/point-page.ts';
import { heldOn, rowsOn } from './support/local-store.ts';
import { Room } from './support/room.ts';
import { expect, test } from './support/test.ts';

/** Counts how often the page asks the browser to keep its data. */
function countAsking(): void {
  Reflect.set(window, 'asked', 0);
  const { storage } = navigator;
  const persist = storage.persist.bind(storage);
  storage.persist = () => {
    Reflect.set(window, 'asked', Number(Reflect.get(window, 'asked')) + 1);
    return persist();
  };
}

const asked = (page: Page) => page.evaluate(() => Reflect.get(window, 'asked'));

const FULL = /本机存储空间不足，这一步没有保存/;
const WORDS = '北侧路面破损，积水约两平方米';

test('a first sign-in asks the browser to keep the data; a full tablet says so and loses nothing on screen', async ({
  office,
  launchTablet,
}) => {
  const tablet = await launchTablet({ baseUrl: office.url });
  const room = await Room.of(tablet, office.url);
  const page = await tablet.page('about:blank');
  await page.addInitScript(countAsking);

  await test.step('the browser is asked once, at the sign-in', async () => {
    await page.goto(`${office.url}/login`);
    expect(await asked(page)).toBe(0);
    await new LoginPage(page).signIn('inspector1', office.password);
    await page.waitForURL('**/today');
    expect(await asked(page)).toBe(1);
    await page.goto(`${office.url}/points/YL-0007`);
    await page.getByRole('button', { name: '开始检查' }).waitFor();
    expect(await asked(page)).toBe(0);
  });

  await new PointPage(page).startInspection();
  const checklist = new InspectionPage(page);
  const form = await checklist.fail(2);
  await form.write(WORDS);
  await expect.poll(async () => (await rowsOn(page, 'draft'))[0]?.text).toBe(WORDS);
  const trouble = page.getByRole('alert').filter({ hasText: FULL });
  const bar = trouble.filter({ has: page.getByRole('button', { name: '重新打开' }) });

  await test.step('with no room left, what cannot be saved is said and not shown as saved', async () => {
    await room.fill(page);
    await checklist.radio(1, '符合').click();
    await expect(bar).toBeVisible();
    await expect(checklist.radio(1, '符合')).not.toBeChecked();
    await expect(checklist.radio(2, '不符合')).toBeChecked();
    await form.form.getByRole('button', { name: '保存问题' }).click();
    await expect(form.form.getByRole('alert').filter({ hasText: FULL })).toBeVisible();
    await expect(form.form.getByLabel('问题', { exact: true })).toHaveValue(WORDS);
    const kept = (await rowsOn(page, 'draft')).map((row) => row.text);
    expect(kept).toEqual([WORDS]);
  });

  await test.step('with room again, the same taps save it', async () => {
    await room.free();
    await form.save();
    await expect(page.getByText(WORDS)).toBeVisible();
    await checklist.answer(1, '符合');
    await expect(trouble).toHaveCount(0);
    await expect.poll(async () => (await heldOn(page)).outbox, { timeout: 60_000 }).toBe(0);
    expect(await heldOn(page)).toMatchObject({ refused: 0, drafts: 0 });
  });
});
