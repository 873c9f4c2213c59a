/** The paper on the tablet's screen and what its browser prints of it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { linesIn, pdfTool, wordsOf } from '../support/pdf-tools.ts';
import { IssuePage } from './pages/issue-page.ts';
import { fontsHere } from './support/fonts-here.ts';
import { takePhoto } from './support/photo-maker.ts';
import { recordProblem } from './support/record-problem.ts';
import { signInInspector } from './support/signed-in.ts';
import { expect, test } from './support/test.ts';

/** Lines of each sheet as they stand on the screen: runs on one baseline, from left to right. */
function linesOnScreen(page: Page): Promise<string[][]> {
  return page.locator('.sheet').evaluateAll((sheets) =>
    sheets.map((sheet) => {
      const lines = new Map<string, { left: number; text: string }[]>();
      for (const run of sheet.querySelectorAll<HTMLElement>('.paper-run')) {
        const baseline = Number.parseFloat(run.style.top) + Number.parseFloat(run.style.fontSize);
        const key = baseline.toFixed(1);
        const line = lines.get(key) ?? [];
        lines.set(key, [...line, { left: run.offsetLeft, text: run.textContent }]);
      }
      return [...lines]
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, runs]) =>
          runs
            .sort((a, b) => a.left - b.left)
            .map((run) => run.text)
            .join('')
            .replace(/\s/g, ''),
        );
    }),
  );
}

/** Right edges in mm of what stands in the text block, without the gap after the last character. */
function rightEdges(page: Page): Promise<number[]> {
  return page.locator('.sheet').evaluateAll((sheets) =>
    sheets.flatMap((sheet) => {
      const box = sheet.getBoundingClientRect();
      const perMm = box.width / 210;
      return [...sheet.querySelectorAll<HTMLElement>('.paper-run')].map((run) => {
        const gap = (Number.parseFloat(run.style.letterSpacing) * 25.4) / 72;
        return (run.getBoundingClientRect().right - box.left) / perMm - gap;
      });
    }),
  );
}

/** The QR's caption stands beside the date, on a line with it or below as the letters' boxes fall. */
function withoutCaption(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace('扫码核验', '')).filter((line) => line !== '');
}

test('the print is the screen’s sheets, line for line, on A4', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  // An office of its own: others count the problems of the same point.
  const office = await launchServer();
  const tablet = await launchTablet({ baseUrl: office.url });
  const page = await signInInspector(tablet, office);
  await fontsHere(page);
  const folder = await stage.folder('paper');
  const photo = join(folder, 'photo.jpg');
  await takePhoto(page, photo, 1);
  await recordProblem(page, photo);
  await page.goto(`${office.url}/notices/issue`);
  const issue = new IssuePage(page);
  await issue.chooseUnit('榆阳区');
  await issue.issue();
  await expect(page.locator('.paper-photo img').first()).toBeVisible();

  const screen = await linesOnScreen(page);
  expect(screen.length).toBeGreaterThanOrEqual(5);
  // Whatever fonts the tablet has, no line is wider than it was laid out.
  const edges = await rightEdges(page);
  expect(Math.max(...edges)).toBeLessThan(184.3);
  expect(edges.filter((edge) => edge > 183.7).length).toBeGreaterThan(3);
  const file = join(folder, 'print.pdf');
  await writeFile(file, await page.pdf({ preferCSSPageSize: true }));
  const info = (await pdfTool('pdfinfo', [file])).toString('utf8');
  expect(info).toMatch(/Page size:\s+59[45]\S* x 84[12]\S* pts \(A4\)/);
  const print = (await wordsOf(file)).map((words) => linesIn(words));
  expect(print.map(withoutCaption)).toEqual(screen.map(withoutCaption));
});
