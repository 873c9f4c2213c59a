/** WCAG 2.2 AA as axe judges it: what hinders somebody on the page as it stands now. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In the light everything is judged; what the dark can change is contrast. */
const JUDGED = {
  light: { type: 'tag', values: TAGS },
  dark: { type: 'rule', values: ['color-contrast'] },
} as const;

/** Serious and critical ones, each as its rule and the element. */
export async function hindrancesOn(page: Page, theme: keyof typeof JUDGED): Promise<string[]> {
  // A colour on its way to another one is nobody's to judge.
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  const { type, values } = JUDGED[theme];
  const known = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder(known ? { page, axeSource: 'void window.axe' } : { page })
    // All within the page, which has no frames: sending axe to a blank page of its own takes
    // longer than judging.
    .setLegacyMode()
    .options({ runOnly: { type, values: [...values] }, resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
