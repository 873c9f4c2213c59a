/** What follows a notice: the unit's answers, the office's verdicts, and the ways out of the stream. */
import { LETTER_KINDS } from '../../../src/domain/letter.ts';
import type { MutationArgs } from '../../../src/protocol/mutations/index.ts';
import type { FindingRow, NoticeRow } from '../../../src/protocol/rows/index.ts';
import { letterArgs } from '../../support/letters.ts';
import { type Scene, say } from './saying.ts';
import { choose } from './step.ts';

type Said = (() => Promise<unknown>) | null;

const SOON = { kind: 'days', days: 3 } as const;

export function acknowledge(scene: Scene): Said {
  const notice = pick(scene, ({ delivery }: NoticeRow) => delivery === null);
  const who = { receiver: '值班员', duty: '', phone: '' };
  return notice ? () => say(scene, 'notice.acknowledge', { id: notice.id, ...who }) : null;
}

export function answerNotice(scene: Scene): Said {
  const { world, page } = scene;
  const finding = find(scene, ['assigned', 'acknowledged', 'returned']);
  if (!finding) return null;
  const args: MutationArgs['reply.submit'] = {
    id: world.uuid(),
    findingId: finding.id,
    text: `已整改 ${world.uuid().slice(-6)}`,
    files: [],
    photo: null,
    way: page.session.role === 'unit' ? 'account' : 'paper',
  };
  return () => say(scene, 'reply.submit', args);
}

/** At the desk, or on the spot. */
export function judge(scene: Scene): Said {
  const { world, step } = scene;
  const finding = find(scene, ['replied']);
  if (!finding) return null;
  const { id } = finding;
  const recheckId = world.uuid();
  const deadline = SOON;
  const verdict = { id, recheckId, note: '', place: null, photos: [], deadline };
  switch (step.dice[1] % 4) {
    case 0:
      return () => say(scene, 'reply.accept', { id, note: '' });
    case 1:
      return () => say(scene, 'reply.return', { id, recheckId, reason: '看不清', deadline });
    case 2:
      return () => say(scene, 'finding.verify', { ...verdict, result: 'failed' });
    default:
      return () => say(scene, 'finding.verify', { ...verdict, result: 'passed' });
  }
}

export function askForTime(scene: Scene): Said {
  const finding = find(scene, ['assigned', 'acknowledged', 'returned']);
  if (!finding) return null;
  const until = `2024-0${1 + (scene.step.dice[1] % 9)}-15`;
  const args = { id: scene.world.uuid(), findingId: finding.id, reason: '等材料', until };
  return () => say(scene, 'extension.ask', args);
}

export function decideTime(scene: Scene): Said {
  const { seen, step } = scene;
  const asked = choose([...seen.rows.extension.values()], step.dice[0]);
  if (!asked) return null;
  const granted = step.dice[1] % 2 === 0;
  const args = { id: asked.id, granted, decision: '', until: null };
  return () => say(scene, 'extension.decide', args);
}

/** 挂账 and 移交, and the ways back from there. */
export function setAside(scene: Scene): Said {
  const { world, step } = scene;
  const away = find(scene, ['shelved', 'handed-off']);
  const die = step.dice[1];
  if (away && die % 2 === 0) return () => bringBack(scene, away, die);
  const finding = find(scene, ['recorded', 'assigned', 'acknowledged', 'replied', 'returned']);
  if (!finding) return null;
  const { id } = finding;
  if (die % 3 === 0) {
    return () => say(scene, 'finding.shelve', { id, reason: '要立项', reviewOn: '2024-10-01' });
  }
  const code = { handoffId: world.uuid(), code: 'BJ-01', codeName: '', note: '' };
  return () => say(scene, 'finding.hand-off', { id, ...code });
}

function bringBack(scene: Scene, { id, state }: FindingRow, die: number): Promise<unknown> {
  const deadline = SOON;
  if (state === 'shelved') {
    const result = choose(['keep', 'resume', 'close'] as const, die >> 1) ?? 'keep';
    const review = { id, result, note: '', reviewOn: '2024-11-01', deadline };
    return say(scene, 'finding.review', review);
  }
  const handoff = [...scene.seen.rows.handoff.values()].find((one) => one.findingId === id);
  if (handoff?.state === 'picked' && die % 4 !== 0) {
    return say(scene, 'handoff.send', { id, batchId: 'YJ-1' });
  }
  const results = ['filed', 'renumbered', 'declined', 'closed', 'back'] as const;
  const result = choose(results, die >> 1) ?? 'filed';
  const caseNumber = result === 'filed' || result === 'renumbered' ? `A${die % 3}` : '';
  const settled = { id, result, caseNumber, at: null, note: '', deadline };
  return say(scene, 'handoff.settle', settled);
}

export function merge(scene: Scene): Said {
  const all = [...scene.seen.rows.finding.values()];
  const [one, into] = [choose(all, scene.step.dice[0]), choose(all, scene.step.dice[1])];
  return one && into ? () => say(scene, 'finding.merge', { id: one.id, into: into.id }) : null;
}

export function sendLetter(scene: Scene): Said {
  const { world, step, seen } = scene;
  const known = choose([...seen.rows.letter.values()], step.dice[0]);
  if (known && step.dice[1] % 4 === 0) {
    return () => say(scene, 'letter.void', { id: known.id, reason: '写错' });
  }
  const finding = find(scene, ['assigned', 'acknowledged', 'returned']);
  if (!finding) return null;
  const kind = choose(LETTER_KINDS, step.dice[2]) ?? 'urge';
  const args = letterArgs({
    id: world.uuid(),
    kind,
    month: kind === 'monthly' ? '2023-11' : '',
    unitId: finding.unitId,
    findingIds: [finding.id],
    issuedAt: finding.changedAt,
  });
  return () => say(scene, 'letter.issue', args);
}

/** One in such a state, or now and then any other. */
function find(
  { seen, step }: Scene,
  states: readonly FindingRow['state'][],
): FindingRow | undefined {
  const all = [...seen.rows.finding.values()];
  const fit = all.filter(({ state }) => states.includes(state));
  return choose(fit.length > 0 ? fit : all, step.dice[0]);
}

function pick({ seen, step }: Scene, fits: (notice: NoticeRow) => boolean): NoticeRow | undefined {
  const all = [...seen.rows.notice.values()];
  const fit = all.filter(fits);
  return choose(fit.length > 0 ? fit : all, step.dice[0]);
}
