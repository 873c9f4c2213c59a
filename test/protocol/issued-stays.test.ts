/** 签发后不变: whatever is done afterwards, by whom and in which order, what was issued stays. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isMutationName,
  MUTATIONS,
  type MutationName,
} from '../../src/protocol/mutations/index.ts';
import { recordNotice } from '../../src/protocol/notice-record.ts';
import type { NoticeRow } from '../../src/protocol/rows/index.ts';
import { NO_FONTS } from '../../src/protocol/rows/notice-record.ts';
import { letterArgs } from '../support/letters.ts';
import { memoryTx } from '../support/memory-tx.ts';
import {
  answerArgs,
  INSPECTOR,
  issueArgs,
  MORNING,
  recordArgs,
  type SmallCity,
  SUPERVISOR,
  smallCity,
  startArgs,
  UNIT,
  uuid,
} from '../support/rule-city.ts';

const LIFE: readonly MutationName[] = [
  'notice.acknowledge',
  'extension.ask',
  'extension.decide',
  'letter.issue',
  'letter.void',
  'reply.submit',
  'reply.accept',
  'finding.verify',
];
const NAMES = Object.keys(MUTATIONS).filter(isMutationName);
const photo = { sha256: 'a'.repeat(64), bytes: 9, width: 4, height: 3, takenAt: MORNING };
const photos = [{ ...photo, id: uuid(31), place: null }];
const receipt = [{ ...photo, id: uuid(32), place: null }];
const signature = { width: 600, height: 240, strokes: [[10, 10, 80, 60]] };
const signed = { kind: 'signed', receiver: '李某', duty: '', signature };
const posted = { kind: 'otherwise', way: 'post', receiver: '张某', note: '', photoIds: [uuid(32)] };
const refused = {
  kind: 'refused',
  reason: '负责人不在',
  witness: '王某',
  witnessDuty: '',
  witnessSignature: signature,
};
const { count, deadline } = recordArgs;
const amended = { id: uuid(10), text: '路面塌陷', count, unitId: 'U03', deadline, photos: [] };
const number = { agency: '榆文明督', year: 2023, seq: 143 };
const given = { id: uuid(10), seq: 1, decision: 'given-up', reason: '重复', title: '登记问题' };
const handedOver = { id: uuid(20), at: null, photos: [] };

const verdict = { id: uuid(10), note: '', place: null, photos: [], deadline: null };
const settled = { id: uuid(10), caseNumber: '', at: null, note: '', deadline };

/** Each kind of deed against the notice, its problem, its photos and its visit. */
const DEEDS: Readonly<Record<MutationName, readonly unknown[]>> = {
  'inspection.start': [{ ...startArgs, id: uuid(2) }],
  'inspection.answer': [answerArgs],
  'inspection.finish': [{ id: uuid(1) }],
  'finding.record': [recordArgs, { ...recordArgs, id: uuid(11), text: '垃圾' }],
  'finding.amend': [amended, { ...amended, unitId: 'U04', text: '另一句' }],
  'finding.void': [{ id: uuid(10), reason: '误判' }],
  'finding.merge': [{ id: uuid(10), into: uuid(11) }],
  'finding.fix': [{ id: uuid(11), note: '', photos: [{ ...photo, id: uuid(33), place: null }] }],
  'finding.verify': [{ ...verdict, recheckId: uuid(50), result: 'passed' }],
  'finding.shelve': [{ id: uuid(10), reason: '要立项', reviewOn: '2024-03-01' }],
  'finding.review': [
    { id: uuid(10), result: 'resume', note: '', reviewOn: null, deadline },
    { id: uuid(10), result: 'close', note: '', reviewOn: null, deadline: null },
  ],
  'finding.hand-off': [
    { id: uuid(10), handoffId: uuid(51), code: 'BJ-01', codeName: '', note: '' },
  ],
  'handoff.send': [{ id: uuid(10), batchId: 'B1' }],
  'handoff.settle': [{ ...settled, result: 'back' }],
  'notice.acknowledge': [{ id: uuid(20), receiver: '李某', duty: '', phone: '' }],
  'reply.submit': [
    { id: uuid(52), findingId: uuid(10), text: '已修好', files: [], photo: null, way: 'account' },
  ],
  'reply.accept': [{ id: uuid(10), note: '' }],
  'reply.return': [{ id: uuid(10), recheckId: uuid(53), reason: '看不清', deadline }],
  'extension.ask': [{ id: uuid(54), findingId: uuid(10), reason: '等材料', until: '2023-12-29' }],
  'extension.decide': [{ id: uuid(54), granted: true, decision: '', until: null }],
  'letter.issue': [
    letterArgs({ id: uuid(55), kind: 'remind', findingIds: [uuid(10)], issuedAt: MORNING }),
  ],
  'letter.void': [{ id: uuid(55), reason: '写错' }],
  'notice.issue': [
    { ...issueArgs, number },
    { ...issueArgs, id: uuid(21), number, replaces: uuid(20) },
    { ...issueArgs, id: uuid(22), number: null },
  ],
  'notice.void': [
    { id: uuid(20), reason: '单位写错' },
    { id: uuid(21), reason: '又写错' },
  ],
  'notice.deliver': [
    { ...handedOver, how: signed },
    { ...handedOver, how: refused },
    { ...handedOver, how: posted, photos: receipt },
  ],
  'notice.redeliver': [
    { ...handedOver, how: refused, reason: '登记错了' },
    { ...handedOver, how: posted, photos: receipt, reason: '又来了回执' },
  ],
  'photo.forgo': [
    { id: uuid(31), reason: '损坏' },
    { id: uuid(32), reason: '损坏' },
  ],
  'refused.decide': [given],
};

async function issued(): Promise<SmallCity> {
  const city = smallCity();
  await city.does('finding.record', { ...recordArgs, photos });
  await city.does('inspection.start', startArgs);
  for (const itemId of ['C01-01', 'C01-02']) {
    await city.does('inspection.answer', { ...answerArgs, itemId });
  }
  const tx = memoryTx(city.shelves);
  const office = await tx.get('office', 'O1');
  if (!office) throw new Error('the office is gone');
  const record = await recordNotice(tx, {
    edition: 1,
    fonts: NO_FONTS,
    office,
    origin: '',
    roundId: 'R1',
    unitName: '榆林市市城管执法局',
    findingIds: [uuid(10)],
    immediate: false,
    issuedAt: MORNING,
    dueAt: MORNING + 86_400_000,
    replaces: null,
  });
  const seal = { keyId: 'K1', digest: 'd'.repeat(64), signature: 'signed' };
  expect(await city.does('notice.issue', { ...issueArgs, record, seal })).toEqual({ ok: true });
  return city;
}

/** All of a notice but whether it still holds and how it was handed over. */
function frozen(city: SmallCity): Partial<NoticeRow> {
  const row = city.shelves.notice.get(uuid(20));
  if (!row) throw new Error('the notice is gone');
  const { state, voidReason, voidedAt, delivery, ...rest } = row;
  return structuredClone(rest);
}

const anyDeed = fc
  .constantFrom(...NAMES.flatMap((name) => DEEDS[name].map((args) => ({ name, args }))))
  .chain((deed) =>
    fc.record({ deed: fc.constant(deed), actor: fc.constantFrom(INSPECTOR, SUPERVISOR, UNIT) }),
  );

/** As they come, or in the order in which a notice lives: by chance alone that is seldom met. */
const someDeeds = fc
  .tuple(fc.array(anyDeed, { minLength: 1, maxLength: 24 }), fc.boolean())
  .map(([deeds, inOrder]) =>
    inOrder ? [...deeds].sort((a, b) => turnOf(a.deed.name) - turnOf(b.deed.name)) : deeds,
  );

function turnOf(name: MutationName): number {
  return LIFE.indexOf(name);
}

test('number, record, seal and every fact of an issued notice stay through any deeds after it', async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(someDeeds, async (deeds) => {
      const city = await issued();
      const before = frozen(city);
      for (const { deed, actor } of deeds) {
        const outcome = await city.says(deed.name, deed.args, { actor, at: MORNING + 60_000 });
        if (outcome.ok) done.add(deed.name);
        expect(frozen(city)).toEqual(before);
      }
    }),
    { numRuns: 900, seed: 20_231_107 },
  );
  // Deeds that were only ever refused would show nothing.
  expect([...done].sort()).toEqual([...NAMES].sort());
});

test('a number that a device has drawn stays when the notice is voided and another takes its place', async () => {
  const city = await issued();
  const before = frozen(city);
  await city.does('notice.void', { id: uuid(20), reason: '单位写错' }, { actor: SUPERVISOR });
  const again = { ...issueArgs, id: uuid(21), number, replaces: uuid(20) };
  expect(await city.does('notice.issue', again)).toEqual({ ok: true });
  expect(frozen(city)).toEqual(before);
  expect(city.shelves.notice.get(uuid(21))).toMatchObject({ number, replaces: uuid(20) });
});
