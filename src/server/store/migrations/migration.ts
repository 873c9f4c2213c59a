import type { Ddl } from '../bridge.ts';

/** One step of the store's shape. Once released it is never changed, only followed by another. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  statements(ddl: Ddl): readonly string[];
}
