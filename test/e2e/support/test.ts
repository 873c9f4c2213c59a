/** Playwright's `test`, with a stage that is cleared after each one. */
import { test as base } from '@playwright/test';
import { Stage } from './stage.ts';

export const test = base.extend<{
  readonly stage: Stage;
  readonly launchServer: Stage['launchServer'];
  readonly launchTablet: Stage['launchTablet'];
}>({
  stage: async ({ headless: _headless }, use) => {
    const stage = new Stage();
    await use(stage);
    await stage.strike();
  },
  launchServer: async ({ stage }, use) => use((place) => stage.launchServer(place)),
  launchTablet: async ({ stage }, use) => use((form) => stage.launchTablet(form)),
});

export { expect } from '@playwright/test';
