import type { Locator, Page } from '@playwright/test';

export interface ProblemForm {
  readonly form: Locator;
  /** The photos that stand in it. */
  readonly photos: Locator;
  write(text: string): Promise<void>;
  chooseUnit(name: string): Promise<void>;
  /** Adds a photo from a file; resolves once it stands in the form, scaled and kept. */
  addPhoto(file: string): Promise<void>;
  /** Saves; resolves once the form has made way for the recorded problem. */
  save(): Promise<void>;
}

/** The one form on the screen in which a problem is written down. */
export async function problemFormOn(page: Page): Promise<ProblemForm> {
  const form = page.getByRole('region', { name: '登记问题' });
  await form.waitFor();
  const photos = form.getByRole('button', { name: /^放大问题照片/ });
  return {
    form,
    photos,
    write: (text) => form.getByLabel('问题', { exact: true }).fill(text),
    async chooseUnit(name) {
      const list = form.getByLabel('责任单位');
      const value = await list.locator('option', { hasText: name }).first().getAttribute('value');
      await list.selectOption(value);
    },
    async addPhoto(file) {
      const before = await photos.count();
      const choosing = page.waitForEvent('filechooser');
      await form.getByRole('button', { name: '添加照片' }).click();
      await (await choosing).setFiles(file);
      await photos.nth(before).waitFor({ timeout: 60_000 });
    },
    async save() {
      await form.getByRole('button', { name: '保存问题' }).click();
      await form.waitFor({ state: 'detached' });
    },
  };
}
