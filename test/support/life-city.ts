/** A city with one problem that has been brought into any of its states by real deeds. */
import type { FindingEvent, FindingState } from '../../src/domain/finding-life.ts';
import type { MutationArgs, MutationName } from '../../src/protocol/mutations/index.ts';
import type { Actor } from '../../src/protocol/tx.ts';
import {
  INSPECTOR,
  issueArgs,
  MORNING,
  recordArgs,
  type SmallCity,
  SUPERVISOR,
  smallCity,
  UNIT,
  uuid,
} from './rule-city.ts';

export const PROBLEM = uuid(10);
const TWIN = uuid(11);
const NOTICE = uuid(20);
const deadline = { kind: 'days', days: 3 } as const;
export const LATER = MORNING + 3_600_000;

const photo = (nth: number) => ({
  id: uuid(nth),
  sha256: 'a'.repeat(64),
  bytes: 9,
  width: 4,
  height: 3,
  takenAt: MORNING,
  place: null,
});
const signature = { width: 600, height: 240, strokes: [[10, 10, 80, 60]] };
const signed = { kind: 'signed', receiver: '李某', duty: '', signature } as const;
const refused = {
  kind: 'refused',
  reason: '负责人不在',
  witness: '王某',
  witnessDuty: '',
  witnessSignature: null,
} as const;

export interface Act {
  readonly name: MutationName;
  readonly args: unknown;
}

function act<N extends MutationName>(name: N, args: MutationArgs[N]): Act {
  return { name, args };
}

const delivered = { id: NOTICE, at: null, photos: [] };
const verdict = { id: PROBLEM, note: '', place: null, photos: [], deadline };
const sent = { id: PROBLEM, batchId: 'YJ-2023-1' };
const settled = { id: PROBLEM, caseNumber: '', at: null, note: '', deadline };
const reviewed = { id: PROBLEM, note: '', reviewOn: '2024-05-01', deadline };
const reply = { id: uuid(40), findingId: PROBLEM, text: '已修好', files: [], photo: null };

/** The deeds by which each event is raised. */
export const ACTS: Readonly<Record<FindingEvent, readonly Act[]>> = {
  assign: [act('notice.issue', { ...issueArgs, id: uuid(21), number: null })],
  unassign: [act('notice.void', { id: NOTICE, reason: '单位写错' })],
  acknowledge: [
    act('notice.deliver', { ...delivered, how: signed }),
    act('notice.acknowledge', { id: NOTICE, receiver: '李某', duty: '', phone: '' }),
  ],
  unacknowledge: [act('notice.redeliver', { ...delivered, how: refused, reason: '登记错了' })],
  reply: [
    act('reply.submit', { ...reply, way: 'account' }),
    act('reply.submit', { ...reply, way: 'paper' }),
  ],
  accept: [act('reply.accept', { id: PROBLEM, note: '' })],
  pass: [act('finding.verify', { ...verdict, recheckId: uuid(50), result: 'passed' })],
  return: [
    act('finding.verify', { ...verdict, recheckId: uuid(51), result: 'failed' }),
    act('reply.return', { id: PROBLEM, recheckId: uuid(52), reason: '看不清', deadline }),
  ],
  'fix-on-spot': [act('finding.fix', { id: PROBLEM, note: '', photos: [photo(30)] })],
  'hand-off': [
    act('finding.hand-off', {
      id: PROBLEM,
      handoffId: uuid(60),
      code: 'BJ-01',
      codeName: '',
      note: '',
    }),
  ],
  'hand-off-closed': [act('handoff.settle', { ...settled, result: 'closed' })],
  'hand-off-back': [
    act('handoff.settle', { ...settled, result: 'back' }),
    act('handoff.settle', { ...settled, result: 'declined' }),
  ],
  'hand-off-loose': [act('handoff.settle', { ...settled, result: 'back' })],
  shelve: [act('finding.shelve', { id: PROBLEM, reason: '要立项', reviewOn: '2024-03-01' })],
  'shelf-kept': [act('finding.review', { ...reviewed, result: 'keep' })],
  unshelve: [act('finding.review', { ...reviewed, result: 'resume' })],
  'unshelve-loose': [act('finding.review', { ...reviewed, result: 'resume' })],
  'shelf-closed': [act('finding.review', { ...reviewed, result: 'close' })],
  void: [act('finding.void', { id: PROBLEM, reason: '误判' })],
  merge: [act('finding.merge', { id: PROBLEM, into: TWIN })],
};

export interface Standing {
  readonly state: FindingState;
  readonly onNotice: boolean;
}

type Path = readonly (FindingEvent | 'issue' | 'send')[];

/** Every state, on a notice and on none where both are possible, and the way there. */
const PATHS: readonly (Standing & { readonly path: Path })[] = [
  { state: 'recorded', onNotice: false, path: [] },
  { state: 'assigned', onNotice: true, path: ['issue'] },
  { state: 'acknowledged', onNotice: true, path: ['issue', 'acknowledge'] },
  { state: 'replied', onNotice: true, path: ['issue', 'reply'] },
  { state: 'returned', onNotice: true, path: ['issue', 'reply', 'return'] },
  { state: 'handed-off', onNotice: false, path: ['hand-off', 'send'] },
  { state: 'handed-off', onNotice: true, path: ['issue', 'hand-off', 'send'] },
  { state: 'shelved', onNotice: false, path: ['shelve'] },
  { state: 'shelved', onNotice: true, path: ['issue', 'shelve'] },
  { state: 'closed', onNotice: false, path: ['fix-on-spot'] },
  { state: 'closed', onNotice: true, path: ['issue', 'reply', 'pass'] },
  { state: 'voided', onNotice: false, path: ['void'] },
  { state: 'voided', onNotice: true, path: ['issue', 'void'] },
];

export const STANDINGS: readonly Standing[] = PATHS;

export async function cityIn(standing: Standing): Promise<SmallCity> {
  const found = PATHS.find(
    ({ state, onNotice }) => state === standing.state && onNotice === standing.onNotice,
  );
  if (!found) throw new Error('no way leads there');
  const city = smallCity();
  await must(city, act('finding.record', recordArgs), INSPECTOR);
  await must(city, act('finding.record', { ...recordArgs, id: TWIN, text: '也有积水' }), INSPECTOR);
  for (const step of found.path) {
    if (step === 'issue') await must(city, act('notice.issue', issueArgs), INSPECTOR);
    else if (step === 'send') await must(city, act('handoff.send', sent), SUPERVISOR);
    else await must(city, anew(step), step === 'reply' ? UNIT : SUPERVISOR);
  }
  return city;
}

/** The first deed of an event, under ids of its own, so that it can be raised again later. */
function anew(event: FindingEvent): Act {
  const [first] = ACTS[event];
  if (!first) throw new Error(`nothing raises ${event}`);
  const { id, recheckId, handoffId, photos } = Object(first.args);
  return {
    name: first.name,
    args: {
      ...Object(first.args),
      ...(id === uuid(40) && { id: uuid(140) }),
      ...(recheckId && { recheckId: uuid(150) }),
      ...(handoffId && { handoffId: uuid(160) }),
      ...(photos?.length > 0 && { photos: [photo(130)] }),
    },
  };
}

async function must(city: SmallCity, { name, args }: Act, actor: Actor): Promise<void> {
  const outcome = await city.says(name, args, { actor });
  if (!outcome.ok) throw new Error(`${name}: ${outcome.reason} ${outcome.detail}`);
}
