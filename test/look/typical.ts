/** Every screen with an office's ordinary work on it, and what opens over the screens. */
import { overlaysOver } from '../e2e/support/overlays.ts';
import { screensOf } from '../e2e/support/screens.ts';
import { seedOffice } from '../support/seed-office.ts';
import type { Studio } from './studio.ts';

export async function shootTypical(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  const server = await stage.launchServer();
  const office = await seedOffice(server.url, server.password, await studio.photographs());
  const screens = screensOf(office);
  for (const account of new Set(screens.map((screen) => screen.account))) {
    const own = screens.filter((screen) => screen.account === account);
    const wanted = own.filter(
      (screen) =>
        camera.wants(screen.name) ||
        overlaysOver(screen.name).some((overlay) => camera.wants(overlay.name)),
    );
    if (wanted.length === 0) continue;
    const tablet =
      account === null
        ? await stage.launchTablet({ baseUrl: server.url })
        : (await studio.signedIn(server, account)).tablet;
    for (const { name, path, whole } of wanted) {
      const open = async () => {
        const page = await tablet.page(path);
        await page.locator(whole).first().waitFor({ state: 'attached' });
        return page;
      };
      const page = await open();
      await camera.shoot(page, name, 'typical');
      await page.close();
      for (const overlay of overlaysOver(name)) {
        if (!camera.wants(overlay.name)) continue;
        const under = await open();
        await overlay.open(under);
        await camera.shoot(under, overlay.name, 'typical');
        await under.close();
      }
    }
    await tablet.close();
  }
  await server.stop();
}
