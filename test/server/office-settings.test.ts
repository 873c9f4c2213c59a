import { afterAll, beforeAll, expect, test } from 'vitest';
import { OfficeAnswer, PAPER_SENTENCE } from '../../src/protocol/admin.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let admin: RawClient;
beforeAll(async () => {
  server = await startTestServer();
  admin = await RawClient.signIn(server.url, 'admin', server.password);
});
afterAll(() => server.end());

const set = (body: unknown, by = admin) => by.ask('/api/office', { method: 'PATCH', body });

test('an administrator sets how notices are numbered, laid out and worded', async () => {
  const wanted = {
    numbering: 'central',
    paperFormat: 'letter',
    basis: '按照年度督查安排',
    demand: '整改到位。',
    feedback: '书面反馈。',
    address: 'https://check.example/xundian',
    letterAgency: '榆文明办',
    monthlyAgency: '榆文明提',
    soonDays: 5,
  };
  const answer = await set(wanted);
  expect(answer.status).toBe(200);
  expect(OfficeAnswer.parse(answer.body).office).toMatchObject(wanted);
  const none = { address: '', letterAgency: '', monthlyAgency: '' };
  expect((await set(none)).status).toBe(200);
});

test('an address that a code on paper cannot lead to is refused', async () => {
  for (const address of [
    'check.example',
    'ftp://check.example',
    'javascript:alert(1)',
    'https://',
    'https://a@check.example',
    'https://check.example?x=1',
    'https://check.example/#top',
    `https://check.example/${'a'.repeat(200)}`,
  ]) {
    expect((await set({ address })).status, address).toBe(400);
  }
});

test('no sentence of a notice is empty or longer than the paper bears, and no way is unknown', async () => {
  for (const body of [
    { basis: ' ' },
    { demand: '' },
    { feedback: '字'.repeat(PAPER_SENTENCE + 1) },
    { numbering: 'none' },
    { paperFormat: 'poster' },
  ]) {
    expect((await set(body)).status, JSON.stringify(body)).toBe(400);
  }
});

test('a 代字 of letters can be read back from its numbers, and 临期 is some working days', async () => {
  for (const body of [
    { letterAgency: '榆文明办2' },
    { monthlyAgency: '榆文明〔提〕' },
    { letterAgency: '榆 文明办' },
    { monthlyAgency: '字'.repeat(21) },
    { soonDays: 0 },
    { soonDays: 31 },
    { soonDays: 1.5 },
  ]) {
    expect((await set(body)).status, JSON.stringify(body)).toBe(400);
  }
});

test('only an administrator sets them', async () => {
  const supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
  expect((await set({ numbering: 'segments' }, supervisor)).status).toBe(403);
});
