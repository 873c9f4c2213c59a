/** What happened, line by line; two runs of one seed have the same hash. */
import { createHash } from 'node:crypto';

export class Trace {
  readonly lines: string[] = [];
  readonly #hash = createHash('sha256');

  add(line: string): void {
    this.lines.push(line);
    this.#hash.update(`${line}\n`);
  }

  /** To be asked once, at the end. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
