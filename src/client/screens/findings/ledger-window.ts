/**
 * The part of a long list that is looked at, held in pages as the office answers them. A refresh
 * keeps what is shown until the new rows are here, and says by how much they have moved.
 */
import type { LedgerCounts, LedgerLine, LedgerPage } from '../../../protocol/ledger.ts';
import type { Answer } from '../office/ask.ts';

export const PAGE = 100;
/** Pages kept beside those that are looked at. */
const MOST_PAGES = 30;

export interface PageAsked {
  readonly offset: number;
  readonly limit: number;
  /** A row whose place is wanted; empty for none. */
  readonly seek: string;
}

export interface WindowHead {
  readonly matched: number;
  readonly counts: LedgerCounts;
  readonly gap: string;
}

export interface Trouble {
  readonly message: string;
  readonly offline: boolean;
}

export interface WindowParts {
  ask(asked: PageAsked): Promise<Answer<LedgerPage>>;
  /** @param shift rows by which what is looked at has moved */
  changed(shift: number): void;
}

export class LedgerWindow {
  readonly #parts: WindowParts;
  #pages = new Map<number, readonly LedgerLine[]>();
  #asked = new Set<number>();
  #head: WindowHead | null = null;
  #trouble: Trouble | null = null;
  #turn = 0;
  #closed = false;

  constructor(parts: WindowParts) {
    this.#parts = parts;
  }

  /** Null before the first answer. */
  get head(): WindowHead | null {
    return this.#head;
  }

  /** Why the last question had no answer; null after one. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** Undefined while it is on its way. */
  lineAt(at: number): LedgerLine | undefined {
    return this.#pages.get(Math.floor(at / PAGE))?.[at % PAGE];
  }

  /** Among the rows that are here; −1 for none of them. */
  indexOf(id: string): number {
    for (const [page, lines] of this.#pages) {
      const at = lines.findIndex(({ finding }) => finding.id === id);
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  }

  /** Sees to it that these rows come, the last one not included. */
  want(from: number, to: number): void {
    for (let page = Math.floor(from / PAGE); page * PAGE < Math.max(to, from + 1); page += 1) {
      if (!this.#pages.has(page) && !this.#asked.has(page)) void this.#ask(page, '');
    }
  }

  /** Where the row stands in the office's order; null where it is not in it, or nobody answers. */
  async seek(id: string): Promise<number | null> {
    const answer = await this.#parts.ask({ offset: 0, limit: 0, seek: id });
    return answer.ok ? answer.value.position : null;
  }

  /** Asks anew for what is looked at; `anchor` is a row that must not move under the eye. */
  async refresh(anchor: { readonly id: string; readonly at: number } | null): Promise<void> {
    this.#turn += 1;
    this.#asked.clear();
    const turn = this.#turn;
    const at = anchor?.at ?? 0;
    const first = await this.#fetch(Math.floor(at / PAGE), anchor?.id ?? '', turn);
    if (!first) return;
    const { page, position } = first;
    const shift = anchor && position !== null ? position - at : 0;
    // The rows around the anchor may stand on another page now, and reach over its edge.
    const pages = new Map([[Math.floor(at / PAGE), page.lines]]);
    for (const next of new Set([
      Math.floor((at + shift) / PAGE),
      Math.floor((at + shift + 40) / PAGE),
    ])) {
      if (pages.has(next) || next * PAGE >= page.matched) continue;
      const more = await this.#fetch(next, '', turn);
      if (!more) return;
      pages.set(next, more.page.lines);
    }
    this.#pages = pages;
    this.#take(page);
    this.#parts.changed(shift);
  }

  close(): void {
    this.#closed = true;
  }

  async #ask(page: number, seek: string): Promise<void> {
    this.#asked.add(page);
    const fetched = await this.#fetch(page, seek, this.#turn);
    this.#asked.delete(page);
    if (!fetched) return;
    if (this.#pages.size >= MOST_PAGES) this.#pages.delete([...this.#pages.keys()][0] ?? page);
    this.#pages.set(page, fetched.page.lines);
    this.#take(fetched.page);
    this.#parts.changed(0);
  }

  #take({ matched, counts, gap }: LedgerPage): void {
    this.#head = { matched, counts, gap };
    this.#trouble = null;
  }

  /** Null where it came too late to matter, or not at all. */
  async #fetch(page: number, seek: string, turn: number) {
    const answer = await this.#parts.ask({ offset: page * PAGE, limit: PAGE, seek });
    if (this.#closed || turn !== this.#turn) return null;
    if (!answer.ok) {
      this.#trouble = { message: answer.message, offline: answer.offline };
      this.#parts.changed(0);
      return null;
    }
    return { page: answer.value, position: answer.value.position };
  }
}
