/** The reply page without an account, in its states, on the phone that it is made for and beyond. */
import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { encodeSeal } from '../../src/protocol/seal-payload.ts';
import { ReplyPage } from '../e2e/pages/reply-page.ts';
import { OfficeClient } from '../support/office-client.ts';
import { answerOf, ReplyHolder } from '../support/reply-holder.ts';
import { payloadOf } from '../support/sealed-office.ts';
import { issueToUnit } from '../support/unit-notice.ts';
import type { Studio } from './studio.ts';

export async function shootReply(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  if (!camera.wants('reply-page')) return;
  const server = await stage.launchServer();
  const notice = await issueToUnit(server, await studio.photographs());
  const holder = ReplyHolder.ofPaper(server.url, notice);
  const address = `${server.url}/r#${encodeSeal(payloadOf(notice))}`;
  const [first = '', second = ''] = notice.findingIds;
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  const page = await tablet.context.newPage();
  const reply = new ReplyPage(page);
  const open = async () => {
    await reply.open(address);
    await page.getByRole('article').first().waitFor();
  };

  await open();
  await camera.shoot(page, 'reply-page', 'typical');
  await reply.problem('垃圾桶').begin('反馈整改');
  await show(page, '整改情况');
  await camera.shoot(page, 'reply-page-answer', 'typical');
  await open();
  await reply.problem('垃圾桶').begin('申请延期');
  await show(page, '为什么要延期');
  await camera.shoot(page, 'reply-page-extension', 'typical');

  await holder.ask('/api/reply/sign', { byName: '经办人甲', duty: '', phone: '' });
  await holder.answer(first);
  await holder.ask('/api/reply/answers', answerOf(second));
  const desk = await OfficeClient.signIn(server.url, 'supervisor', server.password);
  const deadline = { kind: 'days', days: 3 } as const;
  const reason = '照片看不清整改后的样子，请从原来的角度重拍';
  desk.does('reply.return', { id: first, recheckId: uuidv7(), reason, deadline });
  desk.does('reply.accept', { id: second, note: '' });
  await desk.sync();
  await open();
  await page.getByRole('article').first().scrollIntoViewIfNeeded();
  await camera.shoot(page, 'reply-page-returned', 'typical');
  await page.getByText('反馈已受理').scrollIntoViewIfNeeded();
  await camera.shoot(page, 'reply-page-accepted', 'typical');

  desk.does('finding.void', { id: first, reason: '误判' });
  for (const id of notice.findingIds.slice(1)) {
    desk.does('finding.shelve', { id, reason: '要立项', reviewOn: '2027-03-01' });
  }
  await desk.sync();
  await open();
  await camera.shoot(page, 'reply-page-over', 'typical');
  await reply.open(`${server.url}/r#${'A'.repeat(43)}`);
  await page.getByRole('alert').waitFor();
  await camera.shoot(page, 'reply-page-unknown', 'error');
  await reply.open(`${server.url}/r`);
  await camera.shoot(page, 'reply-page-none', 'empty');
  await tablet.close();
  await server.stop();
}

async function show(page: Page, label: string): Promise<void> {
  await page.getByLabel(label).scrollIntoViewIfNeeded();
}
