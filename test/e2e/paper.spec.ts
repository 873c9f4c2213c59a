/** A notice as a file: made on the tablet with the server stopped, and again at the office, the same. */
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FindingsPage } from './pages/findings-page.ts';
import { IssuePage } from './pages/issue-page.ts';
import { NoticePage } from './pages/notice-page.ts';
import { ShareDialog } from './pages/share-dialog.ts';
import { xundian } from './support/console.ts';
import { fontsHere } from './support/fonts-here.ts';
import { takePhoto } from './support/photo-maker.ts';
import { recordProblem } from './support/record-problem.ts';
import { signInInspector } from './support/signed-in.ts';
import { expect, test } from './support/test.ts';

const run = promisify(execFile);

test('a notice is issued and taken along as PDF and Word with the server stopped, and the office makes the same bytes', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  test.setTimeout(180_000);
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const folder = await stage.folder('papers');
  const page = await signInInspector(tablet, server);
  await fontsHere(page);
  const photo = join(folder, 'photo.jpg');
  await takePhoto(page, photo, 1);

  await server.stop();
  await tablet.close();
  await tablet.open();

  const field = await tablet.page('about:blank');
  await field.addInitScript(standInForTheShareSheet);
  await field.goto(`${server.url}/today`);
  await recordProblem(field, photo);
  await field.goto(`${server.url}/findings`);
  await new FindingsPage(field).toIssue();
  await new IssuePage(field).issue();
  const number = await new NoticePage(field).number();
  const share = new ShareDialog(field);
  await share.open();
  const pdf = await share.take('通知书', 'PDF');
  const word = await share.take('通知书', 'Word');
  expect(await share.shared('通知书', 'PDF')).toEqual({ name: pdf.name, size: pdf.bytes.length });
  expect(pdf.name).toContain(number);
  expect(word.name).toBe(pdf.name.replace(/pdf$/, 'docx'));

  const file = join(folder, 'tablet.pdf');
  await writeFile(file, pdf.bytes);
  const { stdout: text } = await run('pdftotext', [file, '-']);
  expect(text).toContain(number);
  expect(text.replaceAll(/\s/g, '')).toContain('井盖缺失，没有围挡');
  await run('qpdf', ['--check', file]);

  await server.start();
  await expect(field.getByText('全部入账').first()).toBeVisible({ timeout: 60_000 });
  const out = join(folder, 'office');
  await xundian(server, 'render-notice', number, '--out', out);
  const made = await readdir(out);
  expect(made.sort()).toEqual([word.name, pdf.name].sort());
  expect((await readFile(join(out, pdf.name))).equals(pdf.bytes)).toBe(true);
  expect((await readFile(join(out, word.name))).equals(word.bytes)).toBe(true);
});

/** No browser without a screen has one: what would be handed to it is kept. */
function standInForTheShareSheet(): void {
  const share = async ({ files = [] }: ShareData) => {
    const [file] = files;
    Reflect.set(window, 'handedOver', file && { name: file.name, size: file.size });
  };
  Object.assign(navigator, { canShare: () => true, share });
}
