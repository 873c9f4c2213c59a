/** The first day: nobody has done anything yet, and an office that has not even been set up. */
import type { Studio } from './studio.ts';

const FIRST_DAY = [
  ['inspector1', 'point', '/points/YL-0001'],
  ['inspector1', 'findings', '/findings'],
  ['inspector1', 'issue', '/notices/issue'],
  ['inspector1', 'notices', '/notices'],
  ['inspector1', 'sync', '/sync'],
  ['supervisor', 'desk-findings', '/findings'],
  ['supervisor', 'desk-notices', '/notices'],
  ['supervisor', 'devices', '/devices'],
  ['supervisor', 'register', '/register'],
  ['unit-u04', 'unit-answer', '/answer'],
  ['unit-u04', 'unit-notices', '/notices'],
  ['unit-u04', 'unit-findings', '/findings'],
] as const;

export async function shootEmpty(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  const server = await stage.launchServer();
  for (const account of new Set(FIRST_DAY.map(([who]) => who))) {
    const wanted = FIRST_DAY.filter(([who, screen]) => who === account && camera.wants(screen));
    if (wanted.length === 0) continue;
    const { tablet } = await studio.signedIn(server, account);
    for (const [, screen, path] of wanted) {
      const page = await tablet.page(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await camera.shoot(page, screen, 'empty');
      await page.close();
    }
    if (account === 'inspector1' && camera.wants('today')) {
      const page = await tablet.page('/today');
      await page.getByRole('searchbox', { name: '搜索点位' }).fill('没有这个点位');
      await page.getByText('没有符合条件的点位').waitFor();
      await camera.shoot(page, 'today', 'empty');
    }
    await tablet.close();
  }
  await server.stop();
  if (camera.wants('set-up')) await shootSetUp(studio);
}

/** An office without sample data, by its one-time link. */
async function shootSetUp(studio: Studio): Promise<void> {
  const server = await studio.stage.launchServer({ args: ['--empty'] });
  const [link] = /\/set-up\?token=\S+/.exec(server.output) ?? [];
  if (link === undefined) throw new Error(`no link was printed:\n${server.output}`);
  const tablet = await studio.stage.launchTablet({ baseUrl: server.url });
  const page = await tablet.page(link);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await studio.camera.shoot(page, 'set-up', 'empty');
  await tablet.close();
  await server.stop();
}
