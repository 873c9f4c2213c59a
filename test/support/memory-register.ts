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

  async markVoided(number: NoticeNumber, reason: string): Promise<void> {
    this.voided.set(sayNumber(number), reason);
  }
}
