/**
 * Pages found while the office stands at one version. What lies between a cursor
 * and that version cannot change until the next commit, so tablets that wake
 * together are answered by one reading.
 */
import type { Pulled } from './pull.ts';

const MAX_BYTES = 8_000_000;

export class PageMemo {
  #head = -1;
  #bytes = 0;
  #pages = new Map<string, Promise<Pulled>>();

  /** The page by that key at that version, read where nobody has read it yet. */
  find(head: number, key: string, read: () => Promise<Pulled>): Promise<Pulled> {
    if (head < this.#head) return read();
    if (head > this.#head || this.#bytes > MAX_BYTES) this.#forget(head);
    const known = this.#pages.get(key);
    if (known) return known;
    const pages = this.#pages;
    const page = read().then(
      (found) => {
        if (pages === this.#pages) this.#bytes += found.patch.length;
        return found;
      },
      (error) => {
        pages.delete(key);
        throw error;
      },
    );
    pages.set(key, page);
    return page;
  }

  #forget(head: number): void {
    this.#head = head;
    this.#bytes = 0;
    this.#pages = new Map();
  }
}
