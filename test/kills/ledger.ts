/**
 * What the screen has confirmed, kept by the runner, outside the processes that
 * are killed. What was under way at a kill may be there or not, but only once.
 */
import type { Tapped } from './hand.ts';

export type Said =
  | { readonly kind: 'visit'; readonly pointId: string }
  | {
      readonly kind: 'answer';
      readonly visitId: string;
      readonly itemId: string;
      readonly verdict: Tapped;
    }
  | { readonly kind: 'photo' }
  | { readonly kind: 'finding'; readonly text: string; readonly photos: readonly string[] }
  | { readonly kind: 'notice' };

export type ActKind = Said['kind'];

/** `unheard`: the page was gone before it could say. */
export type Fate = 'under way' | 'saved' | 'unheard';

export interface Act {
  readonly said: Said;
  fate: Fate;
  /** What the screen named it: a visit's or a notice's id, a photo's hash. */
  name: string;
  /** The number that a notice bears on the screen. */
  number: string;
}

export type ActOf<K extends ActKind> = Act & { readonly said: Extract<Said, { kind: K }> };

export class Ledger {
  readonly acts: Act[] = [];
  /** Called as each act begins, and as the screen confirms it. */
  onChange: (kind: ActKind, fate: Fate) => void = () => undefined;

  begin(said: Said): Act {
    const act: Act = { said, fate: 'under way', name: '', number: '' };
    this.acts.push(act);
    this.onChange(said.kind, act.fate);
    return act;
  }

  settle(act: Act, fate: Fate): void {
    act.fate = fate;
    this.onChange(act.said.kind, fate);
  }

  get underWay(): readonly ActKind[] {
    return this.acts.filter(({ fate }) => fate === 'under way').map(({ said }) => said.kind);
  }

  of<K extends ActKind>(kind: K): ActOf<K>[] {
    return this.acts.filter((act): act is ActOf<K> => act.said.kind === kind);
  }

  saved<K extends ActKind>(kind: K): ActOf<K>[] {
    return this.of(kind).filter(({ fate }) => fate === 'saved');
  }

  unheard<K extends ActKind>(kind: K): ActOf<K>[] {
    return this.of(kind).filter(({ fate }) => fate === 'unheard');
  }
}
