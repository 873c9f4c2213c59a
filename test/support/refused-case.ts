/** A tablet on which a deed of a kind was done and set aside by the office. */
import type { refusedFile } from '../../src/client/rescue/refused-file.ts';
import { giveUp } from '../../src/client/store/decisions.ts';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { perform } from '../../src/client/store/mutate.ts';
import { listRefused } from '../../src/client/store/refused.ts';
import type { RefusedRow } from '../../src/client/store/tables.ts';
import type { MutationName } from '../../src/protocol/mutations/index.ts';
import type { Session } from '../../src/protocol/session.ts';
import { afterNotice, ON_NOTICE } from './after-notice.ts';
import { MemoryServer } from './memory-server.ts';
import { inspector, NOON } from './small-city.ts';
import { draftOf, findingArgs, readyTablet, type Tablet, takenPhoto, uuid } from './tablet.ts';

/** Whoever leads may do every deed but those of the unit itself. */
export const LEADER: Session = { ...inspector, role: 'supervisor' };
const UNIT: Session = { ...inspector, role: 'unit', unitId: 'U01' };
export const TEXT = '护栏<b>缺失</b>三米';

export interface Case {
  readonly server: MemoryServer;
  readonly tablet: Tablet;
  readonly row: RefusedRow;
  readonly place: Parameters<typeof refusedFile>[0];
}

/** 拒收 before a witness who signs. */
function handedOver(id: string) {
  const signature = { width: 600, height: 240, strokes: [[10, 10, 80, 60, 90, 20]] };
  const how = {
    kind: 'refused',
    reason: TEXT,
    witness: '王某',
    witnessDuty: '物业经理',
    witnessSignature: signature,
  } as const;
  return { id, how, at: null, photos: [] };
}

export async function refusedOf(name: MutationName): Promise<Case> {
  return isOfBefore(name) ? refusedBefore(name) : refusedAfter(name);
}

/** Of those that lead to a notice and its delivery. */
function isOfBefore(name: MutationName): boolean {
  return !afterNotice({ ...NOWHERE, photo: neverTaken }).some((step) => step.name === name);
}

const NOWHERE = { noticeId: '', unitId: '', findings: [], loose: '', at: NOON };
const neverTaken = () => ({ ...findingPhoto, id: uuid() });
const findingPhoto = {
  sha256: 'a'.repeat(64),
  bytes: 9,
  width: 4,
  height: 3,
  takenAt: NOON,
  place: null,
};

/** The same of all that follows a notice; the unit does its own deeds on a device of its own. */
async function refusedAfter(name: MutationName): Promise<Case> {
  const server = new MemoryServer();
  server.actor = LEADER;
  const office = await readyTablet(server, undefined, LEADER);
  const problems = Array.from({ length: ON_NOTICE + 1 }, () => findingArgs());
  for (const one of problems) await office.do('finding.record', one);
  const [first] = problems;
  if (!first) throw new Error('nothing was recorded');
  const [loose = '', ...findings] = problems.map((one) => one.id);
  const { unitId, deadline } = first;
  const notice = { id: uuid(), roundId: 'R1', teamId: 'T1', unitId, deadline };
  await office.issue({ ...notice, findingIds: findings });
  await office.sync();
  server.actor = UNIT;
  const unit = await readyTablet(server, undefined, UNIT);
  const photo = neverTaken;
  const about = { noticeId: notice.id, unitId, findings, loose, at: NOON, photo };
  for (const step of afterNotice(about)) {
    const [tablet, session] = step.by === 'unit' ? [unit, UNIT] : [office, LEADER];
    server.actor = session;
    await tablet.sync();
    const refused = step.name === name;
    server.setsAside = refused ? name : null;
    await perform(tablet.author, { ...step, title: name, args: () => step.args });
    await tablet.sync();
    if (!refused) continue;
    server.setsAside = null;
    const row = (await listRefused(tablet.db)).find((one) => one.name === name);
    if (!row) throw new Error(`no ${name} was refused`);
    const place = { db: tablet.db, session, now: () => NOON, author: tablet.author };
    return { server, tablet, row, place };
  }
  throw new Error(`no ${name} is done after a notice`);
}

async function refusedBefore(name: MutationName): Promise<Case> {
  const server = new MemoryServer();
  server.actor = LEADER;
  const tablet = await readyTablet(server, undefined, LEADER);
  const photo = await takenPhoto(tablet, 700);
  const visit = { id: uuid(), roundId: 'R1', pointId: 'P1', checklistId: 'C01@1' };
  const said = { verdict: 'met', reason: null, count: null, note: '门前' } as const;
  const answer = (nth: number) => ({ id: visit.id, itemId: `C01-${nth}`, ...said });
  const finding = findingArgs({ text: TEXT, photos: name === 'finding.record' ? [photo] : [] });
  const { id, count, unitId, deadline } = finding;
  const notice = { id: uuid(), roundId: 'R1', teamId: 'T1', unitId, findingIds: [id], deadline };
  const day: readonly (readonly [MutationName, () => Promise<unknown>])[] = [
    ['inspection.start', () => tablet.do('inspection.start', visit)],
    ['inspection.answer', () => tablet.do('inspection.answer', answer(1))],
    ['inspection.finish', () => finishing(tablet, visit.id, [answer(2), answer(3)])],
    ['finding.record', () => saveFindingFromDraft(tablet, draftOf(finding))],
    [
      'finding.amend',
      () =>
        amending(tablet, { id, text: `${TEXT}，已扩大`, count, unitId, deadline, photos: [photo] }),
    ],
    ['photo.forgo', () => tablet.do('photo.forgo', { id: photo.id, reason: '照片文件损坏' })],
    ['notice.issue', () => tablet.issue(notice)],
    ['notice.deliver', () => tablet.do('notice.deliver', handedOver(notice.id))],
    [
      'notice.redeliver',
      () => tablet.do('notice.redeliver', { ...handedOver(notice.id), reason: '姓名写错' }),
    ],
    ['notice.void', () => tablet.do('notice.void', { id: notice.id, reason: '单位写错' })],
    ['finding.void', () => tablet.do('finding.void', { id, reason: '误判' })],
    ['refused.decide', () => decideOnOne(server, tablet)],
  ];
  for (const [deed, act] of day) {
    server.setsAside = deed === name ? name : null;
    await act();
    await tablet.sync();
    if (deed === name) break;
  }
  server.setsAside = null;
  const row = (await listRefused(tablet.db)).find((one) => one.name === name);
  if (!row) throw new Error(`no ${name} was refused`);
  const place = { db: tablet.db, session: LEADER, now: () => NOON, author: tablet.author };
  return { server, tablet, row, place };
}

async function finishing(
  tablet: Tablet,
  id: string,
  answers: readonly Parameters<typeof tablet.do<'inspection.answer'>>[1][],
): Promise<void> {
  for (const answer of answers) await tablet.do('inspection.answer', answer);
  await tablet.do('inspection.finish', { id });
}

function amending(tablet: Tablet, args: Parameters<typeof tablet.do<'finding.amend'>>[1]) {
  const { pointId, roundId, inspectionId, itemId, place } = findingArgs();
  const around = { pointId, roundId, inspectionId, itemId, place };
  return saveFindingFromDraft(tablet, draftOf({ ...around, ...args, amends: true }));
}

/** Gives up another refused deed, so that there is a decision to be refused. */
async function decideOnOne(server: MemoryServer, tablet: Tablet): Promise<void> {
  const aside = server.setsAside;
  server.setsAside = 'finding.record';
  await tablet.do('finding.record', findingArgs());
  await tablet.sync();
  server.setsAside = aside;
  const [row] = await listRefused(tablet.db);
  if (row) await giveUp(tablet.author, row, '重复了');
}
