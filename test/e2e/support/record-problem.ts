/** Records a problem with a photo at a point that is in every inspector's list. */
import type { Page } from '@playwright/test';
import { problemFormOn } from '../pages/problem-form.ts';

export async function recordProblem(page: Page, file: string): Promise<void> {
  await page.goto(new URL('/points/YL-0005', page.url()).href);
  await page.getByRole('button', { name: '登记问题' }).click();
  const problem = await problemFormOn(page);
  await problem.write('井盖缺失，没有围挡');
  await problem.chooseUnit('榆阳区');
  await problem.addPhoto(file);
  await problem.save();
}
