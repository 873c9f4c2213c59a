/** Playwright's `test`, with a stage that is cleared after each one. */
import { test as base } from '@playwright/test';
import type { OfficeServer } from './office-server.ts';
import { Stage } from './stage.ts';

export const test = base.extend<
  {
    readonly stage: Stage;
    readonly launchServer: Stage['launchServer'];
    readonly launchTablet: Stage['launchTablet'];
  },
  {
    /** One office for all tests of a worker that neither stop it nor count what is in it. */
    readonly office: OfficeServer;
  }
>({
  stage: async ({ headless: _headless }, use) => {
    const stage = new Stage();
    await use(stage);
    await stage.strike();
  },
  launchServer: async ({ stage }, use) => use((place) => stage.launchServer(place)),
  launchTablet: async ({ stage }, use) => use((form) => stage.launchTablet(form)),
  office: [
    async ({ browserName: _browser }, use) => {
      const stage = new Stage();
      await use(await stage.launchServer());
      await stage.strike();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
