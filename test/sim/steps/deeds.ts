/** What a person does at a tablet, chosen from what stands on its screen. */
import { giveUp, retryRefused, toldOf } from '../../../src/client/store/decisions.ts';
import { issueNotice } from '../../../src/client/store/issue.ts';
import { NA_REASONS } from '../../../src/domain/answer.ts';
import type { FindingRow } from '../../../src/protocol/rows/index.ts';
import { POINTS, POISON, UNITS } from '../world/town.ts';
import * as answering from './answering.ts';
import { handOver } from './handing-over.ts';
import { writeDown } from './recording.ts';
import { type Scene, say, sayBy } from './saying.ts';
import { type Act, choose, tabOf } from './step.ts';

const ITEMS = ['C01-1', 'C01-2', 'C01-3'];
const VERDICTS = ['met', 'mostly', 'unmet', 'na', null] as const;

export const DEEDS = {
  start: deed((scene) => {
    const { world, step } = scene;
    const pointId = choose(POINTS, step.dice[0]) ?? 'P1';
    const place = { roundId: 'R1', pointId, checklistId: 'C01@1' };
    return () => say(scene, 'inspection.start', { id: world.uuid(), ...place });
  }),

  answer: deed((scene) => {
    const { world, step, seen } = scene;
    const inspection = choose([...seen.rows.inspection.values()], step.dice[0]);
    if (!inspection) return null;
    const verdict = choose(VERDICTS, step.dice[2]) ?? null;
    const args = {
      id: inspection.id,
      itemId: choose(ITEMS, step.dice[1]) ?? '',
      verdict,
      reason: verdict === 'na' ? NA_REASONS[0] : null,
      count: verdict === 'unmet' ? step.dice[3] % 5 : null,
      note: verdict === null ? '' : `备注 ${world.uuid().slice(-6)}`,
    };
    return () => say(scene, 'inspection.answer', args);
  }),

  finish: deed((scene) => {
    const inspection = choose([...scene.seen.rows.inspection.values()], scene.step.dice[0]);
    return inspection ? () => say(scene, 'inspection.finish', { id: inspection.id }) : null;
  }),

  record: deed((scene) => () => writeDown(scene, { amends: null })),

  /** One that the server's store cannot take. */
  poison: deed((scene) => {
    scene.world.poisoned = true;
    return () => writeDown(scene, { amends: null, mark: POISON });
  }),

  amend: deed((scene) => {
    const known = [...scene.seen.rows.finding.values()];
    const open = known.filter((finding) => finding.state === 'recorded');
    const amends = choose(open.length > 0 ? open : known, scene.step.dice[3]);
    return amends ? () => writeDown(scene, { amends }) : null;
  }),

  void: deed((scene) => {
    const finding = choose([...scene.seen.rows.finding.values()], scene.step.dice[0]);
    if (!finding) return null;
    return () => say(scene, 'finding.void', { id: finding.id, reason: '误判' });
  }),

  issue: deed((scene) => {
    const { seen, step } = scene;
    const unitId = choose(UNITS, step.dice[0]) ?? '';
    const open = [...seen.rows.finding.values()].filter((one) => mayBeIssued(one, unitId));
    const first = step.dice[1] % Math.max(1, open.length);
    const findings = open.slice(first, first + 1 + (step.dice[2] % 3)).map((one) => one.id);
    return () => issue(scene, unitId, findings);
  }),

  'void-notice': deed((scene) => {
    const notice = choose([...scene.seen.rows.notice.values()], scene.step.dice[0]);
    if (!notice) return null;
    return () => say(scene, 'notice.void', { id: notice.id, reason: '责任单位有误' });
  }),

  'hand-over': deed((scene) => {
    const known = [...scene.seen.rows.notice.values()];
    const open = known.filter((one) => one.state === 'issued' && one.delivery === null);
    // Also one that another device has handed over meanwhile, or that is void.
    const notice = choose(open.length > 0 ? open : known, scene.step.dice[0]);
    return notice ? () => handOver(scene, notice) : null;
  }),

  'correct-hand-over': deed((scene) => {
    const known = [...scene.seen.rows.notice.values()];
    const notice = choose(
      known.filter((one) => one.delivery !== null),
      scene.step.dice[0],
    );
    return notice ? () => handOver(scene, notice, '登记错了') : null;
  }),

  acknowledge: deed((scene) => answering.acknowledge(scene)),
  'answer-notice': deed((scene) => answering.answerNotice(scene)),
  judge: deed((scene) => answering.judge(scene)),
  'ask-for-time': deed((scene) => answering.askForTime(scene)),
  'decide-time': deed((scene) => answering.decideTime(scene)),
  'set-aside': deed((scene) => answering.setAside(scene)),
  merge: deed((scene) => answering.merge(scene)),
  letter: deed((scene) => answering.sendLetter(scene)),

  /** Gives up something that the office did not take. */
  discard: deed((scene) => {
    const { desk, step } = scene;
    const row = choose(undecided(scene), step.dice[0]);
    if (!row) return null;
    const { name, ...told } = toldOf(desk.author, row, 'given-up', '重复登记');
    return () => sayBy(scene, name, told.args, () => giveUp(desk.author, row, '重复登记'));
  }),

  /** Says something again that the office did not take. */
  retry: deed((scene) => {
    const { desk, step } = scene;
    const row = choose(undecided(scene), step.dice[0]);
    if (!row || typeof row.args !== 'object' || row.args === null) return null;
    const { name, args } = row;
    return () => sayBy(scene, name, args, () => retryRefused(desk.author, row));
  }),

  /** Notices one after another, until the numbers run out. */
  spree: deed((scene) => async () => {
    for (let nth = 0; nth < 4 + (scene.step.dice[0] % 10); nth += 1) {
      const unitId = UNITS[nth % 2] ?? '';
      const id = await writeDown(scene, { amends: null, unitId });
      if (id !== null) await issue(scene, unitId, [id]);
    }
  }),
} satisfies Record<string, Act>;

/** Begins a deed in the tab that is meant; it goes on by itself. */
function deed(begin: (scene: Scene) => (() => Promise<unknown>) | null): Act {
  return (world, step) => {
    const page = tabOf(world, step);
    const seen = page?.store.seen;
    if (!page?.desk || !seen) return null;
    const run = begin({ world, page, desk: page.desk, seen, step });
    if (!run) return null;
    world.follow(page, async () => {
      await run();
    });
    return `${page.name}: ${step.what}`;
  };
}

function undecided({ seen }: Scene) {
  return seen.refused.filter((row) => row.decision === null);
}

function mayBeIssued(finding: FindingRow, unitId: string): boolean {
  return finding.unitId === unitId && finding.noticeId === null && finding.state === 'recorded';
}

function issue(scene: Scene, unitId: string, findingIds: string[]): Promise<boolean> {
  const { world, desk, step } = scene;
  const args = {
    id: world.uuid(),
    roundId: 'R1',
    teamId: 'T1',
    unitId,
    findingIds,
    deadline: step.dice[3] % 2 === 0 ? IMMEDIATE : SOON,
  };
  return sayBy(scene, 'notice.issue', args, () => issueNotice(desk.author, args, '签发通知书'));
}

const IMMEDIATE = { kind: 'immediate' } as const;
const SOON = { kind: 'days', days: 3 } as const;
