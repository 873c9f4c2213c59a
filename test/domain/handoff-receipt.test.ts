import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../src/domain/civil.ts';
import { HANDOFF_STATES, type KnownHandoff, type ReceiptLine } from '../../src/domain/handoff.ts';
import { type Judged, reconcile } from '../../src/domain/handoff-receipt.ts';

const SENT = instantOf('2026-11-02', 10);
const NOW = instantOf('2026-11-20', 9);
const on = (day: string, hour = 0) => instantOf(`2026-11-${day}`, hour);

function handoff(part: Partial<KnownHandoff> = {}): KnownHandoff {
  return {
    id: 'H1',
    findingId: 'F1',
    state: 'sent',
    sentAt: SENT,
    caseNumber: '',
    filedAt: null,
    settledAt: null,
    ...part,
  };
}

function line(part: Partial<ReceiptLine> = {}): ReceiptLine {
  return {
    line: 2,
    key: 'H1',
    findingId: '',
    caseNumber: '',
    filed: null,
    reason: '',
    filedAt: null,
    closedAt: null,
    result: '',
    ...part,
  };
}

function judge(
  said: ReceiptLine | readonly ReceiptLine[],
  known: KnownHandoff | KnownHandoff[] = handoff(),
) {
  return reconcile([said].flat(), [known].flat(), NOW);
}

describe('what matches', () => {
  test('filed, then closed: two steps, in this order', () => {
    const said = line({ caseNumber: 'A1', filed: true, filedAt: on('03'), closedAt: on('09') });
    const [judged] = judge(said);
    expect(judged).toMatchObject({ kind: 'matched', handoffId: 'H1', lines: [2] });
    expect(judged?.steps.map(({ result, at }) => [result, at])).toEqual([
      ['filed', on('03')],
      ['closed', on('09')],
    ]);
  });

  test('not filed, with the reason', () => {
    const [judged] = judge(line({ filed: false, reason: '不属城管职责' }));
    expect(judged?.steps).toMatchObject([{ result: 'declined', note: '不属城管职责' }]);
  });

  test('by the office’s own number where the key was lost', () => {
    const said = line({ key: '', findingId: 'F1', caseNumber: 'A1', filed: true });
    expect(judge(said)).toMatchObject([{ kind: 'matched', handoffId: 'H1' }]);
  });

  test('a case number alone is a filed case; nothing said is nothing new', () => {
    expect(judge(line({ caseNumber: 'A1' }))[0]?.steps).toMatchObject([{ result: 'filed' }]);
    expect(judge(line())).toMatchObject([{ kind: 'matched', steps: [] }]);
  });

  test('the same line twice is one problem', () => {
    const said = { caseNumber: 'A1', filed: true };
    expect(judge([line(said), line({ ...said, line: 3 })])).toMatchObject([
      { kind: 'matched', lines: [2, 3] },
    ]);
  });
});

test('a key or number that the office never gave is unknown, and no step is made of it', () => {
  const said = [
    line({ key: 'X', caseNumber: 'A1', filed: true }),
    line({ key: '', findingId: 'F9' }),
  ];
  expect(judge(said)).toMatchObject([
    { kind: 'unknown', handoffId: null, steps: [] },
    { kind: 'unknown', handoffId: null, steps: [] },
  ]);
});

const filed = handoff({ state: 'filed', caseNumber: 'A1', filedAt: on('05') });
const closed = handoff({ ...filed, state: 'closed', settledAt: on('09') });

test.each([
  ['lines-differ', [line({ caseNumber: 'A1' }), line({ line: 3, caseNumber: 'A2' })], handoff()],
  ['ids-differ', line({ findingId: 'F2', caseNumber: 'A1' }), handoff()],
  ['not-sent', line({ caseNumber: 'A1' }), handoff({ state: 'picked', sentAt: null })],
  ['withdrawn', line({ caseNumber: 'A1' }), handoff({ state: 'withdrawn' })],
  ['closed-declined', line({ filed: false, reason: '重复', closedAt: on('09') }), handoff()],
  ['closed-not-filed', line({ closedAt: on('09') }), handoff()],
  ['filed-no-case', line({ filed: true }), handoff()],
  ['declined-no-reason', line({ filed: false }), handoff()],
  ['other-case', line({ caseNumber: 'A2', filed: true }), filed],
  ['case-taken', line({ caseNumber: 'A1', filed: true }), [handoff(), { ...filed, id: 'H2' }]],
  [
    'closed-before-filed',
    line({ caseNumber: 'A1', filedAt: on('09'), closedAt: on('08') }),
    handoff(),
  ],
  ['closed-before-filed', line({ closedAt: on('04') }), filed],
  [
    'closed-before-filed',
    line({ caseNumber: 'A1', filedAt: on('09', 10), closedAt: on('09', 9) }),
    handoff(),
  ],
  ['before-sent', line({ caseNumber: 'A1', filedAt: on('01') }), handoff()],
  ['in-future', line({ caseNumber: 'A1', filedAt: on('21') }), handoff()],
  ['settled-otherwise', line({ filed: false, reason: '重复' }), closed],
  ['settled-otherwise', line({ closedAt: on('10') }), closed],
  ['settled-otherwise', line({ caseNumber: 'A1', filed: true }), handoff({ state: 'declined' })],
  ['settled-otherwise', line({ filed: false, reason: '重复' }), filed],
] as const)('%s is contradicted', (why, said, known) => {
  const judged = reconcile([said].flat(), [known].flat(), NOW);
  expect(judged[0]).toMatchObject({ kind: 'contradicted', why });
});

test('a table of days alone: filed and closed on one day is no contradiction', () => {
  const said = line({ caseNumber: 'A1', filedAt: on('09', 10), closedAt: on('09') });
  expect(judge(said)[0]?.kind).toBe('matched');
});

const someLine = fc.record({
  key: fc.constantFrom('H0', 'H1', 'H2', 'H3', 'H4', 'X', ''),
  findingId: fc.constantFrom('F0', 'F1', 'F2', 'F9', '', '', ''),
  caseNumber: fc.constantFrom('', 'A0', 'A1', 'A2', 'A3', 'A4'),
  filed: fc.constantFrom(true, false, null),
  reason: fc.constantFrom('', '重复', '不属城管职责'),
  filedAt: fc.constantFrom(null, on('01'), on('05'), on('09'), on('25')),
  closedAt: fc.constantFrom(null, on('01'), on('08'), on('09', 9)),
  result: fc.constantFrom('', '已清理'),
});
const someHandoff = fc.record({
  state: fc.constantFrom(...HANDOFF_STATES),
  caseNumber: fc.constantFrom('', 'A0', 'A1'),
  filedAt: fc.constantFrom(null, on('05')),
  settledAt: fc.constantFrom(null, on('09')),
});

/** As the office does it: the steps in order, each once. */
function apply(known: readonly KnownHandoff[], judged: readonly Judged[]): KnownHandoff[] {
  return known.map((one) => {
    const mine = judged.find(({ kind, handoffId }) => kind === 'matched' && handoffId === one.id);
    let after = one;
    for (const { result, caseNumber, at } of mine?.steps ?? []) {
      after = { ...after, state: result, caseNumber };
      if (result === 'filed') after = { ...after, filedAt: at };
      else after = { ...after, settledAt: at };
    }
    return after;
  });
}

test('whatever comes, each line ends in exactly one place, and the same table again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(someLine, { maxLength: 12 }),
      fc.array(someHandoff, { maxLength: 5 }),
      (said, states) => {
        const lines = said.map((one, nth) => ({ ...one, line: nth + 2 }));
        const known = states.map((one, nth) =>
          handoff({
            ...one,
            id: `H${nth}`,
            findingId: `F${nth}`,
            caseNumber: one.state === 'filed' || one.state === 'closed' ? `K${nth}` : '',
          }),
        );
        const judged = reconcile(lines, known, NOW);
        const places = judged.flatMap(({ lines: own }) => own).toSorted((a, b) => a - b);
        expect(places).toEqual(lines.map(({ line: at }) => at));
        const problems = judged.flatMap(({ handoffId }) => handoffId ?? []);
        expect(new Set(problems).size).toBe(problems.length);
        for (const { kind, why, handoffId } of judged) {
          expect(kind === 'contradicted').toBe(why !== null);
          expect(kind === 'unknown').toBe(handoffId === null);
        }
        const after = apply(known, judged);
        const again = reconcile(lines, after, NOW);
        for (const one of judged.filter(({ kind }) => kind === 'matched')) {
          const second = again.find(({ handoffId }) => handoffId === one.handoffId);
          expect([second?.kind, second?.steps]).toEqual(['matched', []]);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
