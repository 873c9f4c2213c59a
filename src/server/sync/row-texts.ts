/**
 * Rows of recent versions as JSON, so that a change which fifty tablets pull is
 * read and written out once. A row is known by its version: a stale one is never found.
 */
import type { TableName } from '../../protocol/rows/index.ts';

const MAX_CHARS = 8_000_000;

interface Kept {
  readonly version: number;
  readonly text: string;
}

export class RowTexts {
  readonly #kept = new Map<string, Kept>();
  #chars = 0;

  find(table: TableName, id: string, version: number): string | undefined {
    const kept = this.#kept.get(`${table}/${id}`);
    return kept?.version === version ? kept.text : undefined;
  }

  keep(table: TableName, id: string, version: number, text: string): void {
    const key = `${table}/${id}`;
    this.#drop(key);
    this.#kept.set(key, { version, text });
    this.#chars += text.length;
    // The oldest go first; a map keeps the order in which it was filled.
    for (const oldest of this.#kept.keys()) {
      if (this.#chars <= MAX_CHARS) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#chars -= this.#kept.get(key)?.text.length ?? 0;
    this.#kept.delete(key);
  }
}
