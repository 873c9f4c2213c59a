/** The desk of what has come in and what waits for a visit, with an office's ordinary work on them. */
import { reviewOverlays, reviewScreens } from '../e2e/support/review-screens.ts';
import { seedAnswers } from '../support/seed-answers.ts';
import type { Studio } from './studio.ts';

export async function shootAnswered(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  const wanted = reviewScreens(null).map(({ name }) => name);
  if (![...wanted, ...reviewOverlays.map(({ name }) => name)].some((one) => camera.wants(one))) {
    return;
  }
  const server = await stage.launchServer();
  const office = await seedAnswers(server.url, server.password, await studio.photographs(3));
  const screens = reviewScreens(office);
  for (const account of new Set(screens.map((screen) => screen.account))) {
    const { tablet } = await studio.signedIn(server, account);
    await tablet.context.grantPermissions(['camera', 'geolocation'], { origin: server.url });
    for (const { name, path, whole } of screens.filter((screen) => screen.account === account)) {
      const open = async () => {
        const page = await tablet.page(path);
        await page.locator(whole).first().waitFor({ state: 'attached' });
        return page;
      };
      if (camera.wants(name)) {
        const page = await open();
        await camera.shoot(page, name, 'typical');
        await page.close();
      }
      for (const overlay of reviewOverlays.filter(({ over }) => over === name)) {
        if (!camera.wants(overlay.name)) continue;
        const page = await open();
        await overlay.open(page);
        await camera.shoot(page, overlay.name, 'typical');
        await page.close();
      }
    }
    await tablet.close();
  }
  await server.stop();
}
