/** The paper of an issued notice is what was handed over, whatever changes around it. */
import { expect, test } from 'vitest';
import { gatherNotice } from '../../src/client/screens/notice/gather.ts';
import { noticePapers } from '../../src/client/screens/notice/notice-papers.ts';
import { issueNotice } from '../../src/client/store/issue.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import type { Session } from '../../src/protocol/session.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { inspector, office, unit } from '../support/small-city.ts';
import { findingArgs, readyTablet, type Tablet, uuid } from '../support/tablet.ts';

const LEADER: Session = { ...inspector, role: 'supervisor' };

async function issued() {
  const server = new MemoryServer();
  server.actor = LEADER;
  const tablet = await readyTablet(server, undefined, LEADER);
  const finding = findingArgs();
  await tablet.do('finding.record', finding);
  const { unitId, deadline } = finding;
  const args = { roundId: 'R1', teamId: 'T1', unitId, deadline, findingIds: [finding.id] };
  const id = uuid();
  await tablet.issue({ ...args, id });
  await tablet.sync();
  return { server, tablet, finding, id, args };
}

async function paperOf(tablet: Tablet, id: string) {
  const [row, own] = await Promise.all([tablet.db.notice.get(id), tablet.db.office.get('office')]);
  if (!row || !own) throw new Error('the notice is gone');
  const { input } = await gatherNotice(tablet.db, own, row);
  return { row, input, paper: noticePaper(input) };
}

test('the office is renamed, its sentences and the unit’s name are set otherwise', async () => {
  const { server, tablet, id } = await issued();
  const { paper } = await paperOf(tablet, id);
  server.rows.put('office', {
    ...office,
    name: '改名后的中心',
    contact: '另一人',
    phone: '000',
    basis: '按照另一个依据',
    demand: '另一个要求。',
    feedback: '另一种反馈。',
    paperFormat: 'letter',
  });
  server.rows.put('unit', { ...unit, name: '改名后的街道办事处' });
  await tablet.sync();
  expect(await tablet.db.office.get('office')).toMatchObject({ name: '改名后的中心' });
  expect((await paperOf(tablet, id)).paper).toEqual(paper);
});

test('a problem amended after the 作废 leaves the voided paper as it was, but for its mark', async () => {
  const { tablet, finding, id } = await issued();
  const { paper } = await paperOf(tablet, id);
  await tablet.do('notice.void', { id, reason: '问题写错' });
  const { count, unitId, deadline } = finding;
  const facts = { id: finding.id, text: '改过的问题', count, unitId, deadline, photos: [] };
  await tablet.do('finding.amend', facts);
  await tablet.sync();
  const after = await paperOf(tablet, id);
  expect({ ...after.paper, mark: null }).toEqual({ ...paper, mark: null });
  expect(after.paper.mark).toMatchObject({ kind: 'voided' });
});

test('the notice in its place bears its number, and the 作废告知书 bears the new one', async () => {
  const { tablet, id, args } = await issued();
  const { row: old } = await paperOf(tablet, id);
  await tablet.do('notice.void', { id, reason: '期限写错' });
  const again = { ...args, id: uuid(), replaces: id };
  expect(await issueNotice(tablet.author, again, '签发')).toEqual({ ok: true });
  await tablet.sync();
  const { row, input } = await paperOf(tablet, again.id);
  expect(input.replaces).toEqual(old.number);
  const voided = await paperOf(tablet, id);
  const papers = noticePapers(voided.row, voided.input, row.number);
  expect(papers.map(({ name }) => name)).toEqual(['通知书（已作废）', '送达回证', '作废告知书']);
  const words = JSON.stringify(papers.at(-1)?.paper.body);
  expect(words).toContain('期限写错');
  expect(words).toContain(`${row.number?.seq}号督查通知书为准`);
});

test('voided a moment ago, while its parts are still read, it is shown as it was', async () => {
  const { tablet, id } = await issued();
  const { input } = await paperOf(tablet, id);
  await tablet.do('notice.void', { id, reason: '期限写错' });
  const { row } = await paperOf(tablet, id);
  expect(row.state).toBe('voided');
  const names = noticePapers(row, input, null).map(({ name }) => name);
  expect(names).toEqual(['通知书', '送达回证']);
});

test('handed over, its 送达回证 fills itself and the notice’s own stays blank', async () => {
  const { tablet, id } = await issued();
  const { paper } = await paperOf(tablet, id);
  const signature = { width: 600, height: 240, strokes: [[10, 10, 80, 60]] };
  const how = { kind: 'signed', receiver: '李某', duty: '主任', signature } as const;
  await tablet.do('notice.deliver', { id, how, at: null, photos: [] });
  const { row, input, paper: after } = await paperOf(tablet, id);
  expect(after).toEqual(paper);
  const receipt = noticePapers(row, input, null).find(({ key }) => key === 'receipt');
  const lines = receipt?.paper.receipt?.form.map(({ name, value }) => `${name}：${value}`) ?? [];
  expect(lines.find((line) => line.startsWith('送达方式'))).toContain('√直接送达');
  expect(lines.find((line) => line.startsWith('收件人'))).toContain('李某（主任）');
  expect(receipt?.paper.receipt?.form.map((line) => line.signature)).toContainEqual(signature);
});
