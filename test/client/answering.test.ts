import { beforeEach, describe, expect, test } from 'vitest';
import {
  type AnswerDesk,
  createAnswerDesk,
} from '../../src/client/screens/inspection/answer-desk.ts';
import type { KeptRemarks } from '../../src/client/screens/inspection/remark-queue.ts';
import type { Remark } from '../../src/client/store/answers.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { readyTablet, type Tablet, uuid } from '../support/tablet.ts';

const ITEM = 'C01-1';

/** A tablet in the middle of an inspection: its hand, its timers, and what outlives the page. */
class Visit {
  readonly id = uuid();
  readonly kept = new Map<string, Remark>();
  readonly told: string[] = [];
  timers: (() => void)[] = [];
  desk: AnswerDesk;

  constructor(readonly tablet: Tablet) {
    this.desk = this.page();
  }

  static async begin(): Promise<Visit> {
    const visit = new Visit(await readyTablet(new MemoryServer()));
    const { id } = visit;
    const args = { id, roundId: 'R1', pointId: 'P1', checklistId: 'C01@1' };
    expect(await visit.tablet.do('inspection.start', args)).toEqual({ ok: true });
    return visit;
  }

  /** The screen as it opens, e.g. after the page was killed. */
  page(): AnswerDesk {
    const kept: KeptRemarks = {
      recall: (itemId) => this.kept.get(itemId) ?? null,
      keep: (itemId, remark) => this.kept.set(itemId, remark),
      forget: (itemId) => this.kept.delete(itemId),
    };
    this.timers = [];
    return createAnswerDesk({
      inspectionId: this.id,
      title: '检查：示例社区',
      itemIds: [ITEM, 'C01-2'],
      kept,
      author: () => this.tablet.author,
      tell: (words) => this.told.push(words),
      setTimer: (run) => {
        this.timers.push(run);
        return () => {
          this.timers = this.timers.filter((timer) => timer !== run);
        };
      },
    });
  }

  /** The hand rests: every timer that is still set goes off, and what it began is done. */
  async rest(): Promise<void> {
    for (const run of this.timers.splice(0)) run();
    await this.saved();
  }

  /** Whatever was begun before is on the device. */
  async saved(): Promise<void> {
    // A deed waits for its rules before it begins to write.
    await new Promise(setImmediate);
    // A reading waits for the writing that was begun before it.
    await this.tablet.db.outbox.count();
  }

  async standing() {
    return (await this.tablet.db.inspection.get(this.id))?.answers[ITEM];
  }

  async sent() {
    const deeds = await this.tablet.db.outbox.orderBy('seq').toArray();
    return deeds.filter((deed) => deed.name === 'inspection.answer').map((deed) => deed.args);
  }
}

describe('a note that is still being typed', () => {
  let visit: Visit;
  beforeEach(async () => {
    visit = await Visit.begin();
    expect(await visit.desk.answer(ITEM, 'unmet', null)).toBe(true);
  });

  test('goes along with the verdict that is tapped next, and nothing comes after it', async () => {
    visit.desk.remarks.type(ITEM, { note: '两处积水', count: 2 });
    expect(await visit.desk.answer(ITEM, 'mostly', null)).toBe(true);
    visit.desk.remarks.flush();
    await visit.rest();
    expect(await visit.standing()).toMatchObject({ verdict: 'mostly', note: '两处积水', count: 2 });
    expect(await visit.sent()).toMatchObject([
      { verdict: 'unmet' },
      { verdict: 'mostly', note: '两处积水', count: 2 },
    ]);
    expect(visit.kept.size).toBe(0);
  });

  test('is dropped where the answer is taken back, and does not bring it back', async () => {
    visit.desk.remarks.type(ITEM, { note: '看错了', count: 1 });
    expect(await visit.desk.answer(ITEM, null, null)).toBe(true);
    visit.desk.remarks.flush();
    await visit.rest();
    expect(await visit.standing()).toBeUndefined();
    expect(visit.kept.size).toBe(0);
    await visit.desk.answer(ITEM, 'met', null);
    expect(await visit.standing()).toMatchObject({ verdict: 'met', note: '', count: null });
  });

  test('survives a tap in the very moment in which it is saved', async () => {
    visit.desk.remarks.type(ITEM, { note: '两处积水', count: 2 });
    visit.desk.remarks.flush();
    expect(await visit.desk.answer(ITEM, 'mostly', null)).toBe(true);
    await visit.rest();
    expect(await visit.standing()).toMatchObject({ verdict: 'mostly', note: '两处积水', count: 2 });
  });

  test('is saved beside the verdict once the hand rests', async () => {
    visit.desk.remarks.type(ITEM, { note: '两', count: null });
    visit.desk.remarks.type(ITEM, { note: '两处', count: null });
    expect(visit.desk.remarks.waiting(ITEM)).toEqual({ note: '两处', count: null });
    await visit.rest();
    expect(await visit.standing()).toMatchObject({ verdict: 'unmet', note: '两处' });
    expect(await visit.sent()).toHaveLength(2);
    expect([visit.desk.remarks.waiting(ITEM), visit.kept.size]).toEqual([null, 0]);
  });

  test('loses its count, not its words, where nothing is counted', async () => {
    visit.desk.remarks.type(ITEM, { note: '已改好', count: 3 });
    await visit.desk.answer(ITEM, 'met', null);
    expect(await visit.standing()).toMatchObject({ verdict: 'met', note: '已改好', count: null });
  });

  test('is there again after the page was killed, and is then saved', async () => {
    visit.desk.remarks.type(ITEM, { note: '写到一半', count: null });
    visit.desk = visit.page();
    visit.desk.remarks.flush();
    await visit.saved();
    expect(await visit.standing()).toMatchObject({ verdict: 'unmet', note: '写到一半' });
    expect(visit.kept.size).toBe(0);
  });

  test('waits on where it was not saved, and is told', async () => {
    visit.desk.remarks.type(ITEM, { note: '字'.repeat(501), count: null });
    await visit.rest();
    expect(visit.told).toHaveLength(1);
    expect(visit.kept.has(ITEM)).toBe(true);
    expect(visit.desk.remarks.waiting(ITEM)?.note).toHaveLength(501);
  });
});

test('a note is never sent where another page has taken the answer back; it waits', async () => {
  const visit = await Visit.begin();
  await visit.desk.answer(ITEM, 'unmet', null);
  visit.desk.remarks.type(ITEM, { note: '两处积水', count: 2 });
  const args = { id: visit.id, itemId: ITEM, verdict: null, reason: null, count: null, note: '' };
  await visit.tablet.do('inspection.answer', args);
  await visit.rest();
  expect(await visit.standing()).toBeUndefined();
  expect(await visit.sent()).toHaveLength(2);
  await visit.desk.answer(ITEM, 'mostly', null);
  expect(await visit.standing()).toMatchObject({ verdict: 'mostly', note: '两处积水', count: 2 });
});

test('a tap leaves the note that stands, whatever the screen still shows', async () => {
  const visit = await Visit.begin();
  await visit.desk.answer(ITEM, 'unmet', null);
  visit.desk.remarks.type(ITEM, { note: '两处积水', count: 2 });
  await visit.rest();
  await visit.desk.answer(ITEM, 'na', '不在观测范围');
  expect(await visit.standing()).toMatchObject({
    verdict: 'na',
    reason: '不在观测范围',
    note: '两处积水',
    count: null,
  });
});
