/** Tells whoever listens that rows have changed. A poke is a hint: nothing depends on its arrival. */
export type Listener = (version: number) => void;

export class Pokes {
  readonly #listeners = new Set<Listener>();

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  poke(version: number): void {
    for (const listener of this.#listeners) listener(version);
  }
}
