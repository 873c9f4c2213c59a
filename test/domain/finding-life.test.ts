import { expect, test } from 'vitest';
import {
  afterEvent,
  FINDING_EVENTS,
  FINDING_STATES,
  isOpen,
  owesAnswer,
  sayFindingState,
} from '../../src/domain/finding-life.ts';

test('a finding’s life is this table; whatever it does not draw does not happen', () => {
  const table = FINDING_STATES.map((state) => {
    const arrows = FINDING_EVENTS.flatMap((event) => {
      const next = afterEvent(state, event);
      return next === null ? [] : [`${event} → ${next}`];
    });
    return `${state} ${sayFindingState(state)}: ${arrows.join(', ') || '(ends)'}`;
  });
  expect(`\n${table.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    recorded 已记录: assign → assigned, fix-on-spot → closed, hand-off → handed-off, shelve → shelved, void → voided, merge → voided
    assigned 已交办: unassign → recorded, acknowledge → acknowledged, reply → replied, hand-off → handed-off, shelve → shelved, void → voided, merge → voided
    acknowledged 已签收: unassign → recorded, unacknowledge → assigned, reply → replied, hand-off → handed-off, shelve → shelved, void → voided, merge → voided
    replied 已反馈: accept → replied, pass → closed, return → returned, hand-off → handed-off, shelve → shelved, void → voided, merge → voided
    returned 退回整改: reply → replied, hand-off → handed-off, shelve → shelved, void → voided, merge → voided
    handed-off 已移交: hand-off-closed → closed, hand-off-back → assigned, hand-off-loose → recorded
    shelved 挂账: shelf-kept → shelved, unshelve → assigned, unshelve-loose → recorded, shelf-closed → closed
    closed 已销号: (ends)
    voided 作废: (ends)
    "
  `);
});

test('nothing leads out of 已销号 and 作废', () => {
  for (const event of FINDING_EVENTS) {
    expect(afterEvent('closed', event)).toBeNull();
    expect(afterEvent('voided', event)).toBeNull();
  }
});

test('every state can be reached and, but for the two ends, left', () => {
  const reached = new Set<string>(['recorded']);
  for (const state of FINDING_STATES) {
    for (const event of FINDING_EVENTS) reached.add(afterEvent(state, event) ?? 'recorded');
    const leaves = FINDING_EVENTS.some((event) => afterEvent(state, event) !== null);
    expect(leaves, state).toBe(isOpen(state));
  }
  expect([...reached].sort()).toEqual([...FINDING_STATES].sort());
});

test('a deadline runs only while the unit owes an answer', () => {
  expect(FINDING_STATES.filter(owesAnswer)).toEqual(['assigned', 'acknowledged', 'returned']);
});
