/** What a problem that is handed off is still offered for, and under which tab it stands: by real deeds. */
import { expect, test } from 'vitest';
import { candidates, HANDOFF_TABS, linesOf } from '../../src/client/screens/handoff/hand-offs.ts';
import { awaitsNotice } from '../../src/client/screens/issue/candidates.ts';
import { owesAnswer } from '../../src/domain/finding-life.ts';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import type { Session } from '../../src/protocol/session.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { inspector } from '../support/small-city.ts';
import { findingArgs, machine, readyTablet, type Tablet, uuid } from '../support/tablet.ts';

const leader: Session = { ...inspector, role: 'supervisor' };
const DEADLINE = { kind: 'date', date: '2023-11-30' } as const;

async function begin(onNotice: boolean) {
  const tablet = await readyTablet(new MemoryServer(), machine(), leader);
  const finding = findingArgs();
  await tablet.do('finding.record', finding);
  if (onNotice) {
    const { unitId, roundId } = finding;
    const notice = { id: uuid(), roundId, teamId: 'T1', unitId, findingIds: [finding.id] };
    expect(await tablet.issue({ ...notice, deadline: DEADLINE })).toEqual({ ok: true });
  }
  const args = { id: finding.id, handoffId: uuid(), code: 'SJ0102', codeName: '', note: '' };
  expect(await tablet.do('finding.hand-off', args)).toEqual({ ok: true });
  return { tablet, id: finding.id };
}

const settle = (tablet: Tablet, id: string, said: Partial<MutationArgs['handoff.settle']>) =>
  tablet.do('handoff.settle', {
    id,
    result: 'filed',
    caseNumber: '',
    at: null,
    note: '',
    deadline: null,
    ...said,
  });

/** For what it is offered, and under which tabs it stands. */
async function where({ db }: Tablet, id: string) {
  const [findings, handoffs] = [await db.finding.toArray(), await db.handoff.toArray()];
  const rows = new Map(findings.map((row) => [row.id, row]));
  const finding = rows.get(id);
  const tabs = HANDOFF_TABS.filter((tab) => linesOf(tab, handoffs, rows).length > 0);
  return {
    notice: finding !== undefined && awaitsNotice(finding),
    pick: candidates(rows.values()).length === 1,
    clock: finding !== undefined && owesAnswer(finding.state),
    tabs,
  };
}

const AWAY = { notice: false, pick: false, clock: false };

test('a problem that is handed off is in no stream but the platform’s, until it is closed there', async () => {
  const { tablet, id } = await begin(false);
  expect(await where(tablet, id)).toEqual({ ...AWAY, tabs: ['picked'] });
  await tablet.do('handoff.send', { id, batchId: 'YJ-2023-1' });
  expect(await where(tablet, id)).toEqual({ ...AWAY, tabs: ['sent'] });
  await settle(tablet, id, { caseNumber: 'A1' });
  expect(await where(tablet, id)).toEqual({ ...AWAY, tabs: ['filed'] });
  await settle(tablet, id, { result: 'closed' });
  expect(await where(tablet, id)).toEqual({ ...AWAY, tabs: ['closed'] });
});

test('declined, it is for a notice again, and may be handed off once more under another key', async () => {
  const { tablet, id } = await begin(false);
  await tablet.do('handoff.send', { id, batchId: 'YJ-2023-1' });
  await settle(tablet, id, { result: 'declined', note: '不属城管职责' });
  expect(await where(tablet, id)).toEqual({
    notice: true,
    pick: true,
    clock: false,
    tabs: ['declined'],
  });
  const again = { id, handoffId: uuid(), code: 'SJ0102', codeName: '', note: '' };
  expect(await tablet.do('finding.hand-off', again)).toEqual({ ok: true });
  expect(await where(tablet, id)).toEqual({ ...AWAY, tabs: ['picked', 'declined'] });
});

test('taken back from a notice’s stream it returns to its unit, with a deadline and not without', async () => {
  const { tablet, id } = await begin(true);
  expect(await settle(tablet, id, { result: 'back', note: '误移交' })).toMatchObject({
    reason: 'deadline-needed',
  });
  await settle(tablet, id, { result: 'back', note: '误移交', deadline: DEADLINE });
  expect(await where(tablet, id)).toEqual({
    notice: false,
    pick: true,
    clock: true,
    tabs: ['declined'],
  });
});

test('a platform says nothing of what was not sent to it', async () => {
  const { tablet, id } = await begin(false);
  for (const result of ['filed', 'declined', 'closed', 'renumbered'] as const) {
    const said = { result, caseNumber: 'A1', note: '电话告知' };
    expect(await settle(tablet, id, said)).toMatchObject({ reason: 'handoff-not-sent' });
  }
  expect(await settle(tablet, id, { result: 'back', note: '误移交' })).toEqual({ ok: true });
});

test('a case number that was written down wrong is corrected, and both are told', async () => {
  const { tablet, id } = await begin(false);
  await tablet.do('handoff.send', { id, batchId: 'YJ-2023-1' });
  const correct = { result: 'renumbered', caseNumber: 'A12', note: '抄错一位' } as const;
  expect(await settle(tablet, id, correct)).toMatchObject({ reason: 'handoff-no-case' });
  await settle(tablet, id, { caseNumber: 'A21' });
  expect(await settle(tablet, id, { result: 'closed', caseNumber: 'A12' })).toMatchObject({
    reason: 'handoff-contradicted',
  });
  expect(await settle(tablet, id, correct)).toEqual({ ok: true });
  expect((await tablet.db.handoff.toArray())[0]).toMatchObject({
    state: 'filed',
    caseNumber: 'A12',
  });
  const told = await tablet.db.event.where('subjectId').equals(id).toArray();
  expect(told.map(({ detail }) => detail)).toContain('案号 A21 更正为 A12；抄错一位');
});
