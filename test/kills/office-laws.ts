/** What must be true in the end: the office's books hold all that was confirmed, once, and nothing else. */
import { isDeepStrictEqual } from 'node:util';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { TABLES, type TableName } from '../../src/protocol/rows/index.ts';
import { hold } from '../sim/laws/law.ts';
import { canonical } from '../sim/world/canonical.ts';
import type { DeviceStore } from './device-store.ts';
import { checkJournal } from './journal-laws.ts';
import type { Ledger } from './ledger.ts';
import type { OfficeBook } from './office-book.ts';

export interface AtTheEnd {
  readonly ledger: Ledger;
  readonly book: OfficeBook;
  readonly store: DeviceStore;
  /** The tablet's rows by table. */
  readonly synced: Readonly<Record<string, readonly unknown[]>>;
  /** Texts that the office has confirmed to somebody else. */
  readonly colleague: { readonly clientId: string; readonly recorded: readonly string[] };
}

export function checkOffice({ ledger, book, store, synced, colleague }: AtTheEnd): void {
  hold(book.integrity === 'ok', 'the database is sound', () => book.integrity);
  const own = store.meta.find(({ key }) => key === 'clientId')?.value;
  placesAreTakenOnce(book, String(own), store);
  checkJournal(ledger, book, String(own));
  problemsAreThere(ledger, book, colleague.recorded);
  photosAreThere(ledger, book, store);
  numbersAreAccountedFor(ledger, book);
  theTabletIsEmpty(store);
  rowsAreEqual(book, synced);
}

function placesAreTakenOnce(book: OfficeBook, own: string, { head }: DeviceStore): void {
  for (const { id, last_seq } of book.clients) {
    const lines = book.journal.filter(({ client }) => client === id);
    const gapless = lines.every(({ seq }, nth) => seq === nth + 1) && lines.length === last_seq;
    hold(gapless, 'every place of a client is taken once', () => {
      return `${id} stands at ${last_seq}, its journal has ${lines.map(({ seq }) => seq)}`;
    });
    if (id !== own) continue;
    hold(head[0]?.lastSeq === last_seq, 'every place of a client is taken once', () => {
      return `the tablet stands at ${head[0]?.lastSeq}, the office at ${last_seq}`;
    });
  }
  hold(
    book.clients.some(({ id }) => id === own),
    'the office knows the tablet',
    () => own,
  );
}

function problemsAreThere(ledger: Ledger, { rows }: OfficeBook, recorded: readonly string[]): void {
  const findings = [...rows.finding.values()];
  const times = (text: string) => findings.filter((row) => row.text === text).length;
  const photosOf = (text: string) => {
    const ids = new Set(findings.filter((row) => row.text === text).map(({ id }) => id));
    return [...rows.photo.values()].filter(({ findingId }) => ids.has(findingId)).length;
  };
  for (const text of recorded) {
    hold(
      times(text) === 1,
      'nothing that was saved is lost or doubled',
      () => `${text}: ${times(text)}`,
    );
  }
  for (const { said, fate } of ledger.of('finding')) {
    const [least, there] = [fate === 'saved' ? 1 : 0, times(said.text)];
    hold(there >= least && there <= 1, 'nothing that was saved is lost or doubled', () => {
      return `${said.text} (${fate}) is there ${there} times`;
    });
    hold(there === 0 || photosOf(said.text) === said.photos.length, 'a problem is whole', () => {
      return `${said.text}: ${photosOf(said.text)} of ${said.photos.length} photos`;
    });
  }
}

/** Every photo that was confirmed, and every one that any book says is there: by its bytes. */
function photosAreThere(ledger: Ledger, { rows, photos }: OfficeBook, { blob }: DeviceStore): void {
  for (const [name, hash] of photos) {
    hold(name === hash, 'arrived means that the bytes are here', () => `${name}: ${hash}`);
  }
  const named = [...rows.photo.values()];
  for (const { sha256, arrived } of named) {
    hold(arrived === photos.has(sha256), 'arrived means that the bytes are here', () => sha256);
  }
  const of = new Set(named.map(({ sha256 }) => sha256));
  for (const { name } of ledger.saved('photo')) {
    hold(of.has(name) && photos.has(name), 'nothing that was saved is lost', () => `photo ${name}`);
  }
  for (const { sha256, state } of blob) {
    const held = state === 'held' && !of.has(sha256);
    hold(held || (state === 'arrived' && photos.has(sha256)), 'every photo arrives', () => {
      return `${sha256} is ${state} on the tablet`;
    });
  }
}

function numbersAreAccountedFor(ledger: Ledger, { rows, register, series }: OfficeBook): void {
  const law = 'every number is accounted for';
  for (const { agency, year, next } of series) {
    const given = register.filter((line) => line.agency === agency && line.year === year);
    const gapless = given.every(({ seq }, nth) => seq === nth + 1) && given.length === next - 1;
    hold(gapless, law, () => `${next} comes next, given are ${given.map(({ seq }) => seq)}`);
  }
  const bearers = new Map<string, string>();
  for (const { id, number } of [...rows.notice.values()]) {
    const name = number ? sayNumber(number) : '';
    hold(name !== '' && !bearers.has(name), 'a number is used once', () => `${name} of ${id}`);
    bearers.set(name, id);
  }
  for (const line of register) {
    const bearer = bearers.get(sayNumber(line)) ?? '';
    const right = line.state === 'used' ? bearer === line.notice_id : bearer === '';
    hold(right, law, () => `${sayNumber(line)} is ${line.state}, and stands on '${bearer}'`);
    bearers.delete(sayNumber(line));
  }
  hold(bearers.size === 0, law, () => `${[...bearers.keys()]} are in no register`);
  for (const { name, number } of ledger.saved('notice')) {
    const row = [...rows.notice.values()].find(({ id }) => id === name);
    hold(row !== undefined, 'nothing that was saved is lost', () => `notice ${number}`);
    if (number === NUMBER_PENDING || !row?.number) continue;
    hold(sayNumber(row.number) === number, 'a number stays what the screen said', () => number);
  }
}

const NUMBER_PENDING = '编号待定';

function theTabletIsEmpty({ outbox, refused, base, draft }: DeviceStore): void {
  const left = { outbox, refused, base, draft };
  for (const [table, rows] of Object.entries(left)) {
    hold(rows.length === 0, 'all arrives in the end', () => `${table}: ${canonical(rows)}`);
  }
}

function rowsAreEqual(book: OfficeBook, synced: AtTheEnd['synced']): void {
  for (const table of TABLES) {
    const [here, there] = [inOrder(synced[table] ?? []), inOrder(seen(table, book))];
    const other = here.find((row, nth) => !isDeepStrictEqual(row, there[nth]));
    hold(here.length === there.length && other === undefined, 'tablet and office are equal', () => {
      return `${table}: ${here.length} rows here, ${there.length} there; ${other ?? ''}`;
    });
  }
}

/** An inspector sees the office, but of the unlisted points those alone that a group walks. */
function seen(table: TableName, { rows }: OfficeBook): readonly unknown[] {
  if (table !== 'point') return [...rows[table].values()];
  const walked = new Set([...rows.team.values()].flatMap(({ pointIds }) => pointIds));
  return [...rows.point.values()].filter(({ id, kind }) => kind !== 'unlisted' || walked.has(id));
}

function inOrder(rows: readonly unknown[]): string[] {
  return rows.map((row) => canonical(row)).sort();
}
