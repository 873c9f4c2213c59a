/** Problems of the sample city that were handed off, and receipts for them. */
import { uuidv7 } from 'uuidv7';
import { type City, deed, findingArgs, noticeArgs, rowsOf } from './city-work.ts';
import type { RawClient } from './raw-client.ts';

export interface HandedOff {
  readonly findingId: string;
  readonly handoffId: string;
}

/** As one person's tablet does it; each client keeps its own order. */
export class Field {
  readonly #client: RawClient;
  readonly #city: City;
  #seq = 0;

  constructor(client: RawClient, city: City) {
    this.#client = client;
    this.#city = city;
  }

  async do(...deeds: Parameters<typeof deed> extends [number, ...infer Rest] ? Rest[] : never) {
    const pushed = deeds.map(([name, args]) => {
      this.#seq += 1;
      return deed(this.#seq, name, args);
    });
    const { results } = await this.#client.sync(pushed);
    if (results.length < pushed.length) throw new Error('deeds were sent out of their order');
    return results.map((result) => (result.status === 'applied' ? 'applied' : result.code));
  }

  async record(changed: Parameters<typeof findingArgs>[1] = {}): Promise<string> {
    const finding = findingArgs(this.#city, changed);
    await this.do(['finding.record', finding]);
    return finding.id;
  }

  async notice(findingIds: string[]): Promise<string> {
    const notice = noticeArgs(this.#city, findingIds);
    await this.do(['notice.issue', notice]);
    return notice.id;
  }

  async handOff(findingId: string): Promise<HandedOff> {
    const handoffId = uuidv7();
    const args = { id: findingId, handoffId, code: 'SJ0102', codeName: '暴露垃圾', note: '请清运' };
    await this.do(['finding.hand-off', args]);
    return { findingId, handoffId };
  }

  async handedOff(changed: Parameters<typeof findingArgs>[1] = {}): Promise<HandedOff> {
    return this.handOff(await this.record(changed));
  }

  /** What the office now has of all problems and handoffs, read afresh. */
  async look() {
    const all = await this.#client.another().sync();
    const findings = rowsOf(all, 'finding');
    const handoffs = rowsOf(all, 'handoff');
    return {
      finding: (id: string) => findings.find((row) => row.id === id),
      handoff: (id: string) => handoffs.find((row) => row.id === id),
      events: (id: string) =>
        rowsOf(all, 'event')
          .filter(({ subjectId }) => subjectId === id)
          .map(({ kind }) => kind),
    };
  }
}

const RECEIPT = [
  '移交标识',
  '外部案号',
  '是否立案',
  '不立案原因',
  '立案时间',
  '结案时间',
  '处理结果',
];

/** A receipt table as TSV: one row of cells a line, in the columns' order. */
export function receiptTable(...rows: string[][]): string {
  return [RECEIPT, ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
}
