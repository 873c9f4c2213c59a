import { describe, expect, test, vi } from 'vitest';
import { mutate, perform } from '../../src/client/store/mutate.ts';
import { MUTATIONS } from '../../src/protocol/mutations/index.ts';
import { afterNotice, ON_NOTICE } from '../support/after-notice.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { inspector2, NOON } from '../support/small-city.ts';
import {
  findingArgs,
  machine,
  openTablet,
  readyTablet,
  takenPhoto,
  uuid,
} from '../support/tablet.ts';

const SIGNATURE = { width: 600, height: 240, strokes: [[10, 10, 80, 60, 90, 20]] };

async function everything(db: Awaited<ReturnType<typeof openTablet>>['db']) {
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  return Object.fromEntries(db.tables.map((table, nth) => [table.name, rows[nth]]));
}

describe('a deed', () => {
  test('is on the tables and in the outbox as soon as it is confirmed', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const args = findingArgs();
    expect(await tablet.do('finding.record', args)).toEqual({ ok: true });
    expect(await tablet.db.finding.get(args.id)).toMatchObject({
      text: args.text,
      state: 'recorded',
    });
    expect(await tablet.db.outbox.toArray()).toMatchObject([
      { seq: 1, name: 'finding.record', args },
    ]);
  });

  test('that is refused leaves no trace', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const before = await everything(tablet.db);
    const outcome = await tablet.do('finding.record', findingArgs({ pointId: 'P9' }));
    expect(outcome).toMatchObject({ ok: false, reason: 'point-missing' });
    expect(await everything(tablet.db)).toEqual(before);
  });

  test('whose companion change fails is not half done', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const before = await everything(tablet.db);
    const args = findingArgs();
    const deed = mutate(tablet.author, {
      name: 'finding.record',
      id: args.id,
      title: '登记',
      args: () => args,
      async alongside() {
        throw new Error('broken');
      },
    });
    await expect(deed).rejects.toThrow('broken');
    expect(await everything(tablet.db)).toEqual(before);
  });

  test('is told to the loop once it is durable, and only then', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const saved = vi.spyOn(tablet.author, 'saved');
    await tablet.do('finding.record', findingArgs({ pointId: 'P9' }));
    expect(saved).not.toHaveBeenCalled();
    await tablet.do('finding.record', findingArgs());
    expect(saved).toHaveBeenCalledOnce();
  });

  test('of every kind runs within the tables that it names', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const inspection = { id: uuid() };
    const photo = await takenPhoto(tablet, 500);
    const finding = findingArgs({ photos: [photo] });
    const { photos, text, count, unitId, deadline } = finding;
    const notice = { id: uuid(), roundId: 'R1', teamId: 'T1', unitId: 'U01', deadline };
    const supervisor = {
      ...tablet.author,
      actor: { ...tablet.author.actor, role: 'supervisor' },
    } as const;
    const done: string[] = [];
    const does = async (outcome: Promise<unknown>, name: string) => {
      expect([name, await outcome]).toEqual([name, { ok: true }]);
      done.push(name);
    };
    await does(
      tablet.do('inspection.start', {
        ...inspection,
        roundId: 'R1',
        pointId: 'P1',
        checklistId: 'C01@1',
      }),
      'inspection.start',
    );
    for (const itemId of ['C01-1', 'C01-2', 'C01-3']) {
      const answer = { verdict: 'met', reason: null, count: null, note: '' } as const;
      await does(
        tablet.do('inspection.answer', { ...inspection, itemId, ...answer }),
        'inspection.answer',
      );
    }
    await does(tablet.do('inspection.finish', inspection), 'inspection.finish');
    await does(
      tablet.do('finding.record', { ...finding, inspectionId: inspection.id }),
      'finding.record',
    );
    await does(
      tablet.do('finding.amend', {
        id: finding.id,
        photos,
        text: `${text}深`,
        count,
        unitId,
        deadline,
      }),
      'finding.amend',
    );
    const forgone = { id: photo.id, reason: '照片损坏' };
    await does(tablet.do('photo.forgo', forgone), 'photo.forgo');
    await does(tablet.issue({ ...notice, findingIds: [finding.id] }), 'notice.issue');
    const how = { kind: 'signed', receiver: '李某', duty: '', signature: SIGNATURE } as const;
    const delivered = { id: notice.id, how, at: null, photos: [] };
    await does(tablet.do('notice.deliver', delivered), 'notice.deliver');
    await does(
      mutate(supervisor, {
        name: 'notice.redeliver',
        id: notice.id,
        title: '',
        args: () => ({ ...delivered, reason: '姓名写错' }),
      }),
      'notice.redeliver',
    );
    await does(
      mutate(supervisor, {
        name: 'notice.void',
        id: notice.id,
        title: '',
        args: () => ({ id: notice.id, reason: '写错' }),
      }),
      'notice.void',
    );
    await does(
      mutate(supervisor, {
        name: 'finding.void',
        id: finding.id,
        title: '',
        args: () => ({ id: finding.id, reason: '误判' }),
      }),
      'finding.void',
    );
    const others = Array.from({ length: ON_NOTICE + 1 }, () => findingArgs());
    for (const one of others) await does(tablet.do('finding.record', one), 'finding.record');
    const [loose = '', ...carried] = others.map((one) => one.id);
    const again = { ...notice, id: uuid(), findingIds: carried };
    await does(tablet.issue(again), 'notice.issue');
    const steps = afterNotice({
      noticeId: again.id,
      unitId: notice.unitId,
      findings: carried,
      loose,
      at: NOON,
      photo: () => ({ ...photo, id: uuid() }),
    });
    const unit = { ...tablet.author.actor, role: 'unit', unitId: notice.unitId } as const;
    for (const { name, by, id, args } of steps) {
      const author = by === 'unit' ? { ...tablet.author, actor: unit } : supervisor;
      await does(perform(author, { name, id, title: '', args: () => args }), name);
    }
    const told = { id: finding.id, seq: 1, decision: 'restored', reason: '', title: '' } as const;
    await does(tablet.do('refused.decide', told), 'refused.decide');
    expect(new Set(done)).toEqual(new Set(Object.keys(MUTATIONS)));
  });
});

describe('the order of deeds', () => {
  test('has no gap and no double with two tabs tapping at once', async () => {
    const server = new MemoryServer();
    const on = machine();
    const first = await readyTablet(server, on);
    const second = await openTablet(server, on);
    expect(second.author.clientId).toBe(first.author.clientId);
    const taps = Array.from({ length: 20 }, (_, nth) =>
      (nth % 2 === 0 ? first : second).do('finding.record', findingArgs()),
    );
    await Promise.all(taps);
    const seqs = (await first.db.outbox.toArray()).map((row) => row.seq);
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, nth) => nth + 1));
  });

  test('goes on after everything was accepted and the page opened anew', async () => {
    const server = new MemoryServer();
    const on = machine();
    const before = await readyTablet(server, on);
    await before.do('finding.record', findingArgs());
    await before.sync();
    await before.close();
    const after = await openTablet(server, on);
    await after.do('finding.record', findingArgs());
    expect((await after.db.outbox.toArray()).map((row) => row.seq)).toEqual([2]);
  });

  test('keeps a later tap later when the clock is measured anew', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const id = uuid();
    await tablet.do('inspection.start', { id, roundId: 'R1', pointId: 'P1', checklistId: 'C01@1' });
    const tap = (verdict: 'met' | 'unmet') =>
      tablet.do('inspection.answer', {
        id,
        itemId: 'C01-1',
        verdict,
        reason: null,
        count: null,
        note: '',
      });
    await tablet.db.head.update('head', { offset: 3_000 });
    await tap('met');
    await tablet.db.head.update('head', { offset: 0 });
    await tap('unmet');
    expect((await tablet.db.inspection.get(id))?.answers['C01-1']?.verdict).toBe('unmet');
  });
});

test('a second person on the same tablet sees, sends and loses nothing of the first', async () => {
  const server = new MemoryServer();
  const on = machine();
  const first = await readyTablet(server, on);
  const finding = findingArgs();
  await first.do('finding.record', finding);
  await first.close();

  server.actor = inspector2;
  const second = await readyTablet(server, on, inspector2);
  expect(await second.db.finding.count()).toBe(0);
  expect(await second.db.outbox.count()).toBe(0);
  expect(server.rows.all('finding')).toEqual([]);
  await second.close();

  const back = await openTablet(server, on);
  expect(await back.db.finding.get(finding.id)).toBeDefined();
  expect(await back.db.outbox.count()).toBe(1);
});
