import type { LetterSeries } from '../../src/domain/letter.ts';
import { type NoticeNumber, sayNumber } from '../../src/domain/notice-number.ts';
import { type Refusal, refuse } from '../../src/protocol/refusals.ts';
import type { NumberRegister } from '../../src/protocol/tx.ts';

/** A register that takes each number once, and remembers what became of it. */
export class MemoryRegister implements NumberRegister {
  readonly used = new Map<string, string>();
  readonly voided = new Map<string, string>();

  async confirm(
    noticeId: string,
    _year: number,
    number: NoticeNumber | null,
  ): Promise<{ ok: true; number: NoticeNumber | null } | Refusal> {
    if (number === null) return { ok: true, number };
    const said = sayNumber(number);
    if (this.used.has(said)) return refuse('number-used', said);
    this.used.set(said, noticeId);
    return { ok: true, number };
  }

  /** By series, how far it has been drawn. */
  readonly drawn = new Map<string, number>();

  async draw(_letterId: string, year: number, series: LetterSeries): Promise<NoticeNumber> {
    const seq = (this.drawn.get(series) ?? 0) + 1;
    this.drawn.set(series, seq);
    return { agency: series === 'monthly' ? '榆文明提' : '榆文明催', year, seq };
  }

  async markVoided(number: NoticeNumber, reason: string): Promise<void> {
    this.voided.set(sayNumber(number), reason);
  }
}
