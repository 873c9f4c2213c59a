/** A unit is told of a notice, live; what it has been told is there without network; the history says who did it where. */
import { uuidv7 } from 'uuidv7';
import { pullRows } from '../bench/city.ts';
import { OfficeClient } from '../support/office-client.ts';
import { LoginPage } from './pages/login-page.ts';
import { readyForOffline } from './support/local-store.ts';
import type { OfficeServer } from './support/office-server.ts';
import type { Tablet } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const UNIT = 'U04';

async function signIn(tablet: Tablet, server: OfficeServer, account: string) {
  const page = await tablet.page('/login');
  await new LoginPage(page).signIn(account, server.password);
  await page.waitForURL((url) => url.pathname !== '/login');
  return page;
}

/** Issues a notice of one problem to the unit; answers their ids. */
async function issue(server: OfficeServer) {
  const rows = await pullRows(server, 'inspector1');
  const client = await OfficeClient.signIn(server.url, 'inspector1', server.password);
  const team = rows.team?.find(({ memberIds }) => memberIds.includes(client.session.accountId));
  const [finding, notice] = [uuidv7(), uuidv7()];
  if (!team) throw new Error('the account walks in no group');
  const { roundId, id: teamId, pointIds } = team;
  const deadline = { kind: 'days', days: 3 } as const;
  client.does('finding.record', {
    id: finding,
    roundId,
    pointId: pointIds[0] ?? '',
    inspectionId: null,
    itemId: null,
    place: null,
    text: '店外经营占用盲道',
    count: null,
    unitId: UNIT,
    deadline,
    photos: [],
  });
  client.does('notice.issue', {
    id: notice,
    roundId,
    teamId,
    unitId: UNIT,
    findingIds: [finding],
    deadline,
    number: null,
  });
  const { results } = await client.sync();
  expect(results.map(({ status }) => status)).toEqual(['applied', 'applied']);
  return { finding, notice };
}

test('a unit gets a message of a notice, opens it, and has read it', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const page = await signIn(tablet, server, 'unit-u04');
  await readyForOffline(page);
  const nav = page.getByRole('navigation', { name: '主导航' });
  await nav.getByRole('link', { name: '消息' }).click();
  await expect(page.getByText('还没有消息')).toBeVisible();

  const { finding, notice } = await issue(server);
  await expect(nav.getByRole('link', { name: /1 条未读消息/ })).toBeVisible();
  const message = page.getByRole('link', { name: /新的督查通知书/ });
  await message.click();
  await expect(page).toHaveURL(new RegExp(`/notices/${notice}$`));
  await expect(nav.getByRole('img', { name: /未读消息/ })).toHaveCount(0);

  await page.context().setOffline(true);
  await page.goto(`${server.url}/messages`);
  await expect(page.getByText('没有网络。下面是上次取到的消息。')).toBeVisible();
  await expect(message).toBeVisible();
  await page.context().setOffline(false);

  const desk = await launchTablet({ baseUrl: server.url });
  const office = await signIn(desk, server, 'supervisor');
  await office.goto(`${server.url}/findings/${finding}`);
  await expect(office.getByText('设备：').first()).toBeVisible();
  await expect(office.getByText('以上已记入本单位历史链')).toBeVisible();
});

test('what leaves the office is opened by the administrator, and the history has an end to write down', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const desk = await launchTablet({ baseUrl: server.url });
  const page = await signIn(desk, server, 'admin');
  await page.goto(`${server.url}/office`);
  await page.getByRole('tab', { name: '消息外发' }).click();
  await expect(page.getByRole('heading', { name: '网页推送 · 未允许' })).toBeVisible();
  await page.getByRole('button', { name: '允许网页推送' }).click();
  await expect(page.getByRole('heading', { name: '网页推送 · 已允许' })).toBeVisible();
  await page.getByRole('textbox', { name: '外发地址' }).fill('http://127.0.0.1:9/in');
  await page.getByRole('button', { name: '保存地址' }).click();
  await page.getByRole('button', { name: '生成密钥' }).click();
  await expect(page.getByText('密钥只显示这一次')).toBeVisible();
  await page.getByRole('button', { name: '试发一条' }).click();
  await expect(page.getByText('试发没有成功')).toBeVisible();
  await page.getByRole('button', { name: '打开外发' }).click();
  await issue(server);
  await expect(async () => {
    await page.getByRole('button', { name: '刷新' }).click();
    await expect(page.getByText(/试了 1 次/)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.getByRole('tab', { name: '历史' }).click();
  await expect(page.getByText(/^\d+-[0-9a-f]{24}$/)).toBeVisible();
});
