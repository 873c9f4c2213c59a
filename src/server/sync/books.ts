import { type FaceFonts, NO_FONTS } from '../../protocol/rows/notice-record.ts';
import { Chain } from '../history/chain.ts';
import type { OfficeKey } from '../signing/office-key.ts';
import type { Dialect } from '../store/bridge.ts';
import { Rows } from '../store/rows.ts';
import { CityMemory } from './city-memory.ts';
import { ClientBook } from './client-book.ts';
import { Journal } from './journal.ts';
import { LeaseSizes } from './lease-sizes.ts';
import { Register } from './register.ts';

/** All that a push reads and writes of one office. */
export class Books {
  readonly officeId: string;
  readonly rows: Rows;
  readonly clients: ClientBook;
  readonly journal: Journal;
  readonly chain: Chain;
  readonly register: Register;
  readonly sizes: LeaseSizes;
  readonly city = new CityMemory();
  /** What a paper is printed in besides the office's own fonts. */
  readonly boxFonts: FaceFonts;
  /** Seals what no device has; null where only reading is done. */
  readonly officeKey: OfficeKey | null;

  constructor(
    dialect: Dialect,
    officeId: string,
    boxFonts: FaceFonts = NO_FONTS,
    officeKey: OfficeKey | null = null,
  ) {
    this.officeId = officeId;
    this.boxFonts = boxFonts;
    this.officeKey = officeKey;
    this.rows = new Rows(dialect, officeId);
    this.clients = new ClientBook(dialect, officeId);
    this.journal = new Journal(dialect, officeId);
    this.chain = new Chain(dialect, officeId);
    this.register = new Register(dialect, officeId);
    this.sizes = new LeaseSizes(this.register);
  }
}
