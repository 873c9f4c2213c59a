/** What must be true of a person's store on a device whenever the device is at rest. */

import { photosNamed } from '../../../src/client/store/named-photos.ts';
import { canonical } from '../world/canonical.ts';
import { deedKey } from '../world/ledger.ts';
import type { LocalStore } from '../world/local-store.ts';
import type { Snapshot } from '../world/snapshot.ts';
import { hold } from './law.ts';
import { numberIn } from './numbers.ts';
import type { JournalLine, ServerBook } from './server-book.ts';

export function checkStore(store: LocalStore, seen: Snapshot, book: ServerBook): void {
  const journal = book.journalOf(store.clientId);
  placesAreGapless(store, seen, journal);
  nothingIsLostOrDoubled(store, seen, journal);
  refusalsAreVisible(store, seen, journal);
  acceptedAddsUp(store, seen, journal);
  draftsAreKept(store, seen, journal);
  photosAreKept(store, seen, journal, book);
  numbersAreUsedUp(store, seen);
  const account = book.clients.get(store.clientId ?? '')?.account_id ?? store.accountId;
  hold(
    account === store.accountId,
    'a store belongs to its person',
    () => `${store.name}: ${account}`,
  );
}

function placesAreGapless(
  { name }: LocalStore,
  { outbox, head }: Snapshot,
  journal: readonly JournalLine[],
): void {
  const law = 'places are gapless';
  const first = outbox[0]?.seq ?? (head?.lastSeq ?? 0) + 1;
  const gapless = outbox.every((row, nth) => row.seq === first + nth);
  const last = first + outbox.length - 1;
  hold(gapless && last === (head?.lastSeq ?? 0), law, () => {
    return `${name} stands at ${head?.lastSeq} with ${outbox.map((row) => row.seq)} in its outbox`;
  });
  hold(first <= journal.length + 1 && last >= journal.length, law, () => {
    return `${name} has ${first} to ${last}, the office has taken ${journal.length}`;
  });
  for (const row of outbox) {
    const line = journal[row.seq - 1];
    hold(!line || line.key === deedKey(row.name, row.args), 'a place has one deed', () => {
      return `${name}.${row.seq} is ${row.name} here and ${line?.name} there`;
    });
  }
}

/** Each deed that was said to be saved waits here or was taken there, once; one that was not is nowhere. */
function nothingIsLostOrDoubled(
  { name, ledger }: LocalStore,
  { outbox }: Snapshot,
  journal: readonly JournalLine[],
): void {
  const found = new Map<string, number>();
  const count = (key: string) => found.set(key, (found.get(key) ?? 0) + 1);
  for (const line of journal) count(line.key);
  for (const row of outbox) if (row.seq > journal.length) count(deedKey(row.name, row.args));
  const promised = new Map<string, { least: number; most: number }>();
  for (const { key, fate } of ledger.deeds) {
    const { least, most } = promised.get(key) ?? { least: 0, most: 0 };
    const saved = fate === 'saved' ? 1 : 0;
    const perhaps = fate === 'unheard' || fate === 'under way' ? 1 : 0;
    promised.set(key, { least: least + saved, most: most + saved + perhaps });
  }
  for (const [key, { least, most }] of promised) {
    const there = found.get(key) ?? 0;
    hold(there >= least, 'nothing that was saved is lost', () => `${name}: ${key}`);
    hold(there <= most, least === 0 ? NOT_SAVED : 'nothing is doubled', () => `${name}: ${key}`);
    found.delete(key);
  }
  hold(found.size === 0, 'nobody else speaks for a person', () => `${name}: ${[...found.keys()]}`);
}

const NOT_SAVED = 'what was not saved is not there';

function refusalsAreVisible(
  { name }: LocalStore,
  { outbox, refused }: Snapshot,
  journal: readonly JournalLine[],
): void {
  const law = 'every refusal is visible with its content';
  const waiting = new Set(outbox.map((row) => row.seq));
  const shown = new Map(refused.map((row) => [row.seq, row]));
  for (const line of journal) {
    if (waiting.has(line.seq)) continue;
    const row = shown.get(line.seq);
    hold((line.outcome === 'rejected') === (row !== undefined), law, () => {
      return `${name}.${line.seq} ${line.name} is ${line.outcome}, ${row ? '' : 'not '}shown as refused`;
    });
    const whole = !row || (deedKey(row.name, row.args) === line.key && row.code === line.code);
    hold(whole, law, () => `${name}.${line.seq}: ${canonical(row)}`);
  }
  hold(
    refused.every((row) => row.seq <= journal.length),
    law,
    () => `${name} refuses by itself`,
  );
}

/** The number on the light is the number in the office's journal. */
function acceptedAddsUp(
  { name }: LocalStore,
  { outbox, facts }: Snapshot,
  journal: readonly JournalLine[],
): void {
  const waiting = new Set(outbox.map((row) => row.seq));
  const told = journal.filter((line) => line.outcome === 'applied' && !waiting.has(line.seq));
  hold((facts.accepted ?? 0) === told.length, 'what is shown as accepted was accepted', () => {
    return `${name} shows ${facts.accepted}, the office took ${told.length}`;
  });
}

function draftsAreKept(
  { name, ledger }: LocalStore,
  { drafts, outbox }: Snapshot,
  journal: readonly JournalLine[],
): void {
  const here = new Set(drafts.map((draft) => draft.id));
  const said = [...outbox.map((row) => row.args), ...journal.map((line) => JSON.parse(line.args))];
  for (const { key, fate } of ledger.drafts) {
    if (fate !== 'saved' || here.has(key)) continue;
    const became = said.some((args) => Reflect.get(Object(args), 'id') === key);
    hold(became, 'a draft stays until it is a problem', () => `${name}: ${key}`);
  }
}

/** What a draft or a deed names is on the device or in the office; what a person took off may go. */
function photosAreKept(
  { name, ledger }: LocalStore,
  seen: Snapshot,
  journal: readonly JournalLine[],
  { blobs }: ServerBook,
): void {
  const known = new Set(seen.blobs.map((blob) => blob.sha256));
  const isSafe = (hash: string) => known.has(hash) && (seen.jpegs.has(hash) || blobs.has(hash));
  const taken = new Set(ledger.photos.filter(({ fate }) => fate === 'saved').map(({ key }) => key));
  const applied = journal.filter(
    (line) => line.outcome === 'applied' && line.args.includes('sha256'),
  );
  const naming = [
    ...seen.drafts,
    ...[...seen.outbox, ...seen.refused].map((row) => row.args),
    ...applied.map((line): unknown => JSON.parse(line.args)),
  ];
  for (const hash of naming.flatMap(photosNamed)) {
    hold(!taken.has(hash) || isSafe(hash), 'a photo stays until the office has it', () => {
      return `${name}: ${hash}`;
    });
  }
  for (const { sha256, state } of seen.blobs) {
    hold(
      state !== 'arrived' || blobs.has(sha256),
      'a photo has arrived when the office says so',
      () => {
        return `${name}: ${sha256}`;
      },
    );
  }
}

/** A number that stands on a notice here is not free any more. */
function numbersAreUsedUp({ name }: LocalStore, { outbox, leases }: Snapshot): void {
  const free = new Set(leases.filter((lease) => lease.used === 0).map((lease) => lease.id));
  for (const number of outbox.flatMap((row) => numberIn(row.args) ?? [])) {
    hold(!free.has(number), 'a number is used once', () => `${name}: ${number} is free again`);
  }
}
