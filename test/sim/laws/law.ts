/** A promise of the program that was found broken. */
export class LawBroken extends Error {
  /** Which, in a few words that stay the same from run to run. */
  readonly law: string;

  constructor(law: string, what: string) {
    super(`${law}: ${what}`);
    this.law = law;
  }
}

export function hold(holds: boolean, law: string, what: () => string): void {
  if (!holds) throw new LawBroken(law, what());
}
