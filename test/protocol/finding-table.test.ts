/** state × event × role: each moves the problem as drawn, or is refused with its reason. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENTS_OF, FINDING_DEEDS, isOffered } from '../../src/domain/finding-deeds.ts';
import {
  afterEvent,
  FINDING_EVENTS,
  FINDING_STATES,
  type FindingEvent,
  sayFindingState,
} from '../../src/domain/finding-life.ts';
import { mayDo, ROLES, sayRole } from '../../src/domain/role.ts';
import { sayRefusal } from '../../src/protocol/refusals.ts';
import type { Actor } from '../../src/protocol/tx.ts';
import { ACTS, cityIn, LATER, PROBLEM, STANDINGS } from '../support/life-city.ts';
import { inventory } from '../support/memory-tx.ts';
import { INSPECTOR, SUPERVISOR, UNIT } from '../support/rule-city.ts';
import { ROOT } from '../support/walls/source-file.ts';

const ACTORS: Readonly<Record<(typeof ROLES)[number], Actor>> = {
  inspector: INSPECTOR,
  supervisor: SUPERVISOR,
  unit: UNIT,
  admin: { ...SUPERVISOR, accountId: 'A4', name: '管理员', role: 'admin' },
};

/** An event that needs a notice, or needs that there is none. */
const NEEDS: Partial<Record<FindingEvent, boolean>> = {
  'hand-off-back': true,
  unshelve: true,
  'hand-off-loose': false,
  'unshelve-loose': false,
};

/** Of a deed that is about the whole notice: it may be done, and leave this problem where it is. */
const OF_NOTICE: readonly FindingEvent[] = ['unassign', 'acknowledge', 'unacknowledge'];

/** Only a unit answers by account, only the office enters what came on paper. */
function isTheirWay(args: unknown, role: string): boolean {
  const { way } = Object(args);
  return way === undefined || (way === 'paper') === (role !== 'unit');
}

describe.each(STANDINGS)('a problem that is $state (on a notice: $onNotice)', (standing) => {
  const cases = FINDING_EVENTS.flatMap((event) =>
    ACTS[event].flatMap((act) => ROLES.map((role) => ({ event, act, role }))),
  ).filter(({ event }) => (NEEDS[event] ?? standing.onNotice) === standing.onNotice);

  test.each(cases)('$event by $act.name, asked for by $role', async ({ event, act, role }) => {
    const city = await cityIn(standing);
    const before = inventory(city.shelves);
    const outcome = await city.says(act.name, act.args, { actor: ACTORS[role], at: LATER });
    const after = city.shelves.finding.get(PROBLEM)?.state;
    const drawn = afterEvent(standing.state, event);
    if (!mayDo(role, act.name)) {
      expect(outcome).toMatchObject({ ok: false, reason: 'not-permitted' });
    } else if (drawn !== null && isTheirWay(act.args, role)) {
      expect(outcome).toEqual({ ok: true });
      expect(after).toBe(drawn);
      return;
    } else if (!OF_NOTICE.includes(event)) {
      expect(outcome.ok).toBe(false);
    }
    expect(after).toBe(standing.state);
    if (outcome.ok) return;
    expect(inventory(city.shelves)).toEqual(before);
    expect(sayRefusal(outcome.reason, outcome.detail)).toMatch(/^[^。]{4,}.*。$/);
  });
});

test('another unit moves nothing of it', async () => {
  const stranger: Actor = { ...UNIT, accountId: 'A9', unitId: 'U03' };
  for (const standing of STANDINGS) {
    for (const act of Object.values(ACTS).flat()) {
      const city = await cityIn(standing);
      const before = inventory(city.shelves);
      expect((await city.says(act.name, act.args, { actor: stranger, at: LATER })).ok).toBe(false);
      expect(inventory(city.shelves)).toEqual(before);
    }
  }
});

const anyAct = fc
  .constantFrom(...Object.values(ACTS).flat())
  .chain((act) => fc.record({ act: fc.constant(act), role: fc.constantFrom(...ROLES) }));

test('whatever is done, a state moves only along an arrow that this deed may raise', async () => {
  const moved = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...STANDINGS),
      fc.array(anyAct, { minLength: 1, maxLength: 12 }),
      async (standing, acts) => {
        const city = await cityIn(standing);
        for (const { act, role } of acts) {
          const before = new Map([...city.shelves.finding].map(([id, row]) => [id, row.state]));
          await city.says(act.name, act.args, { actor: ACTORS[role], at: LATER });
          for (const [id, { state }] of city.shelves.finding) {
            const from = before.get(id);
            if (from === undefined || from === state) continue;
            const deed = FINDING_DEEDS.find((one) => one === act.name);
            const events = deed ? EVENTS_OF[deed] : [];
            expect(events.map((event) => afterEvent(from, event))).toContain(state);
            if (deed) expect(isOffered(deed, from, role)).toBe(true);
            moved.add(act.name);
          }
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  );
  expect(moved.size).toBeGreaterThan(12);
});

const PAGE = join(ROOT, 'src/domain/FINDING-LIFE.md');

test('the table that is printed is the table that holds', async () => {
  const page = printed();
  if (process.env.REWRITE_TABLE === '1') await writeFile(PAGE, page);
  expect(await readFile(PAGE, 'utf8')).toBe(page);
});

function printed(): string {
  const deedsOf = (event: FindingEvent) =>
    FINDING_DEEDS.filter((deed) => EVENTS_OF[deed].some((one) => one === event));
  const lines = FINDING_STATES.flatMap((state) =>
    FINDING_EVENTS.flatMap((event) => {
      const to = afterEvent(state, event);
      if (to === null) return [];
      const deeds = deedsOf(event);
      const who = ROLES.filter((role) => deeds.some((deed) => mayDo(role, deed))).map(sayRole);
      const by = deeds.map((deed) => `\`${deed}\``).join(' ');
      return `| ${sayFindingState(state)} \`${state}\` | \`${event}\` | ${sayFindingState(to)} \`${to}\` | ${by} | ${who.join('、')} |`;
    }),
  );
  return `${HEAD}${lines.join('\n')}\n`;
}

const HEAD = `# 问题的一生 · A problem's life

Printed by \`REWRITE_TABLE=1 npx vitest run --config test/vitest.config.ts test/protocol/finding-table.test.ts\` from
[finding-life.ts](finding-life.ts), [finding-deeds.ts](finding-deeds.ts) and [role.ts](role.ts). Whatever is not in the table is
refused with its reason; nothing else moves a state. \`loose\`: the problem is on no notice. 临期 and 超期 are derived, never stored.

| from | event | to | deed | who |
| --- | --- | --- | --- | --- |
`;
