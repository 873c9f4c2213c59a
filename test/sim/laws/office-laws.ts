/** What must be true of the office's books whenever nothing is being written. */
import { existsSync } from 'node:fs';
import { sayNumber } from '../../../src/domain/notice-number.ts';
import type { RowOf } from '../../../src/protocol/rows/index.ts';
import { BlobStore } from '../../../src/server/blobs/blob-store.ts';
import type { World } from '../world/world.ts';
import { hold } from './law.ts';
import { madeBy } from './made.ts';
import { numberIn } from './numbers.ts';
import { type RegisterLine, type ServerBook, serverBook } from './server-book.ts';
import { unitsSeeTheirOwn } from './unit-sight.ts';

export function checkOffice(world: World): void {
  const book = serverBook(world);
  const { history } = world.office;
  const rows = history.all;
  hold(history.late.length === 0, 'versions are committed in their order', () =>
    String(history.late),
  );
  everyPlaceIsTakenOnce(book);
  everythingIsMadeOnce(book, world);
  oneLivingNotice(rows.notice, rows.finding);
  everyNumberIsAccountedFor(book, rows.notice, rows.letter);
  refusedNumbersAreVoid(book);
  whatLapsedIsRefusedToNobody(book);
  arrivedMeansHere(book, world);
  unitsSeeTheirOwn(book, world);
  signedForWhereItWasTaken(rows.notice, rows.finding, rows.event);
}

function everyPlaceIsTakenOnce({ clients, journal }: ServerBook): void {
  for (const { id, account_id, last_seq } of clients.values()) {
    const lines = journal.get(id) ?? [];
    const gapless = lines.every((line, nth) => line.seq === nth + 1);
    hold(gapless && lines.length === last_seq, 'every place of a client is taken once', () => {
      return `${id} stands at ${last_seq}, its journal has ${lines.map((line) => line.seq)}`;
    });
    const own = lines.every((line) => line.account_id === account_id);
    hold(own, 'a deed is journaled under its own person', () => `${id} of ${account_id}`);
  }
}

/** What a person made is made once, and stands on a shelf. */
function everythingIsMadeOnce({ journal }: ServerBook, world: World): void {
  const before = new Set<string>();
  for (const line of [...journal.values()].flat()) {
    const made = madeBy(line);
    if (!made) continue;
    const { table, id } = made;
    hold(!before.has(`${table} ${id}`), 'nothing is made twice', () => `${table} ${id}`);
    before.add(`${table} ${id}`);
    const there = world.office.history.all[table].has(id);
    hold(there, 'what was accepted is there', () => `${table} ${id} of ${line.client}.${line.seq}`);
  }
}

function oneLivingNotice(
  notices: ReadonlyMap<string, RowOf['notice']>,
  findings: ReadonlyMap<string, RowOf['finding']>,
): void {
  const noticed = new Map<string, string>();
  for (const notice of notices.values()) {
    if (notice.state === 'voided') continue;
    for (const id of notice.findingIds) {
      hold(!noticed.has(id), 'a finding is on one living notice', () => {
        return `${id} is on ${noticed.get(id)} and ${notice.id}`;
      });
      noticed.set(id, notice.id);
    }
  }
  for (const finding of findings.values()) {
    const on = noticed.get(finding.id) ?? null;
    hold(finding.noticeId === on, 'a finding names its notice', () => {
      return `${finding.id} says ${finding.noticeId} and is on ${on}`;
    });
  }
}

const BEFORE_AN_ANSWER: readonly RowOf['finding']['state'][] = [
  'recorded',
  'assigned',
  'acknowledged',
];
const WAYS_BACK: readonly RowOf['event']['kind'][] = ['unshelved', 'handed-back'];

const EVERY_NUMBER = 'every number is accounted for';

/**
 * What a unit has not answered yet is 已签收 where its notice was taken, and 已交办 where it was
 * not; what was away and came back is 已交办 anew.
 */
function signedForWhereItWasTaken(
  notices: ReadonlyMap<string, RowOf['notice']>,
  findings: ReadonlyMap<string, RowOf['finding']>,
  events: ReadonlyMap<string, RowOf['event']>,
): void {
  const back = [...events.values()].filter(({ kind }) => WAYS_BACK.includes(kind));
  const returned = new Set(back.map(({ subjectId }) => subjectId));
  for (const { id, state, noticeId, repliedAt } of findings.values()) {
    if (!BEFORE_AN_ANSWER.includes(state) || repliedAt !== null) continue;
    if (state === 'assigned' && returned.has(id)) continue;
    const delivery = notices.get(noticeId ?? '')?.delivery ?? null;
    const taken = delivery !== null && delivery.how.kind !== 'refused';
    const right = noticeId === null ? 'recorded' : taken ? 'acknowledged' : 'assigned';
    hold(state === right, 'a problem is 已签收 where its notice was taken', () => {
      return `${id} on ${noticeId} is ${state}, not ${right}`;
    });
  }
}

function everyNumberIsAccountedFor(
  { register, series }: ServerBook,
  notices: ReadonlyMap<string, RowOf['notice']>,
  letters: ReadonlyMap<string, RowOf['letter']>,
): void {
  const law = EVERY_NUMBER;
  for (const { agency, year, next } of series) {
    const given = register.filter((line) => line.agency === agency && line.year === year);
    const gapless = given.every((line, nth) => line.seq === nth + 1);
    hold(gapless && given.length === next - 1, law, () => {
      return `${agency}〔${year}〕 gives ${next} next, its register has ${given.map((one) => one.seq)}`;
    });
  }
  const bearers = new Map<string, Bearer>();
  for (const letter of letters.values()) {
    if (letter.number) bearers.set(sayNumber(letter.number), letter);
  }
  for (const notice of notices.values()) {
    const { number } = notice;
    hold(number !== null, 'a notice that the office has is numbered', () => notice.id);
    if (number === null) continue;
    const name = sayNumber(number);
    hold(!bearers.has(name), 'a number is on one notice', () => name);
    bearers.set(name, notice);
  }
  for (const line of register) {
    const bearer = bearers.get(sayNumber(line));
    hold(isRightly(line, bearer), law, () => {
      return `${sayNumber(line)} is ${line.state} for ${line.notice_id}, and stands on ${bearer?.id ?? 'none'} (${bearer?.state})`;
    });
    bearers.delete(sayNumber(line));
  }
  hold(bearers.size === 0, law, () => `${[...bearers.keys()]} are in no register`);
}

/** What stood on a notice that was refused has been on a screen: it is never given again. */
function refusedNumbersAreVoid({ journal, register }: ServerBook): void {
  const states = new Map(register.map((line) => [`${line.agency}/${line.year}/${line.seq}`, line]));
  for (const line of [...journal.values()].flat()) {
    if (line.name !== 'notice.issue' || line.outcome === 'applied') continue;
    const entry = states.get(numberIn(JSON.parse(line.args)) ?? '');
    if (!entry) continue;
    hold(entry.state !== 'leased' || entry.client !== line.client, EVERY_NUMBER, () => {
      return `${sayNumber(entry)} was refused to ${line.client}.${line.seq}, and is free`;
    });
  }
}

/** What no person took back is still its device's, should it stand on a paper after all. */
function whatLapsedIsRefusedToNobody({ journal, register }: ServerBook): void {
  const lapsed = new Map(
    register
      .filter((line) => line.state === 'recalled' && line.recalled_by === '')
      .map((line) => [`${line.client} ${line.agency}/${line.year}/${line.seq}`, line]),
  );
  for (const line of [...journal.values()].flat()) {
    if (line.name !== 'notice.issue' || line.outcome === 'applied') continue;
    const entry = lapsed.get(`${line.client} ${numberIn(JSON.parse(line.args))}`);
    hold(!entry, 'a number that lapsed is refused to nobody', () => {
      return `${entry && sayNumber(entry)} of ${line.client}.${line.seq}: ${line.code}`;
    });
  }
}

/** What a number stands on: a notice or a letter. */
type Bearer = Pick<RowOf['notice'], 'id' | 'state'>;

function isRightly(line: RegisterLine, bearer: Bearer | undefined): boolean {
  switch (line.state) {
    case 'leased':
    case 'recalled':
      return !bearer;
    case 'used':
      return bearer?.id === line.notice_id && bearer.state === 'issued';
    case 'voided':
      return bearer
        ? bearer.id === line.notice_id && bearer.state === 'voided'
        : line.reason !== '';
    default:
      return false;
  }
}

function arrivedMeansHere({ photos, blobs }: ServerBook, world: World): void {
  const store = new BlobStore(world.office.dataDir);
  for (const photo of photos) {
    hold(
      (photo.arrived === 1) === blobs.has(photo.sha256),
      'arrived means that the bytes are here',
      () => {
        return `photo ${photo.id}: arrived ${photo.arrived}, in the book ${blobs.has(photo.sha256)}`;
      },
    );
  }
  for (const sha256 of blobs) {
    hold(existsSync(store.pathOf(sha256)), 'arrived means that the bytes are here', () => sha256);
  }
}
