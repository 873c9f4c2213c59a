/** What every set of scenes needs: servers, signed-in tablets, photographs. */
import type { Page } from '@playwright/test';
import { LoginPage } from '../e2e/pages/login-page.ts';
import { readyForOffline } from '../e2e/support/local-store.ts';
import type { OfficeServer } from '../e2e/support/office-server.ts';
import { storedPhoto } from '../e2e/support/photo-maker.ts';
import { Stage } from '../e2e/support/stage.ts';
import type { Tablet } from '../e2e/support/tablet.ts';
import type { Camera } from './camera.ts';

export class Studio {
  readonly stage = new Stage();

  constructor(readonly camera: Camera) {}

  async photographs(many = 2): Promise<Uint8Array<ArrayBuffer>[]> {
    const tablet = await this.stage.launchTablet({ baseUrl: 'http://127.0.0.1' });
    const page = await tablet.context.newPage();
    const jpegs = [];
    for (let seed = 1; seed <= many; seed += 1) jpegs.push(await storedPhoto(page, seed));
    await tablet.close();
    return jpegs;
  }

  /** A tablet on which the account works, with its first download behind it. */
  async signedIn(server: OfficeServer, account: string): Promise<{ tablet: Tablet; page: Page }> {
    const tablet = await this.stage.launchTablet({ baseUrl: server.url });
    const page = await tablet.page('/login');
    await new LoginPage(page).signIn(account, server.password);
    await page.waitForURL((url) => url.pathname !== '/login');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    await readyForOffline(page);
    await page.goto(`${server.url}/sync`);
    await page.getByText('全部入账').first().waitFor();
    return { tablet, page };
  }
}
