/** Tells a person's open pages how many messages they have not read. */
export type Ring = (unread: number) => void;

export class Bells {
  readonly #rings = new Map<string, Set<Ring>>();

  listen(accountId: string, ring: Ring): () => void {
    const rings = this.#rings.get(accountId) ?? new Set();
    this.#rings.set(accountId, rings);
    rings.add(ring);
    return () => {
      rings.delete(ring);
      if (rings.size === 0) this.#rings.delete(accountId);
    };
  }

  /** Of these, whoever listens. */
  listening(accountIds: Iterable<string>): string[] {
    return [...accountIds].filter((id) => this.#rings.has(id));
  }

  ring(accountId: string, unread: number): void {
    for (const ring of this.#rings.get(accountId) ?? []) ring(unread);
  }
}
