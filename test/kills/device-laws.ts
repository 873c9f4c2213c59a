/** What must be true of the tablet's store whenever it is opened again: nothing confirmed is missing in it. */
import { hold } from '../sim/laws/law.ts';
import type { DeviceStore } from './device-store.ts';
import type { Ledger } from './ledger.ts';

export function checkDevice(ledger: Ledger, store: DeviceStore): void {
  placesAreGapless(store);
  answersStand(ledger, store);
  problemsAreWhole(ledger, store);
  photosAreHere(ledger, store);
  noticesAreHere(ledger, store);
  hold(store.refused.length === 0, 'nothing is refused', () => JSON.stringify(store.refused));
}

function placesAreGapless({ outbox, head }: DeviceStore): void {
  const last = head[0]?.lastSeq ?? 0;
  const places = outbox.map(({ seq }) => seq);
  const gapless = places.every((seq, nth) => seq === last - places.length + 1 + nth);
  hold(gapless, 'places are gapless', () => `the head is at ${last}, the outbox has ${places}`);
}

/** The answer that was confirmed last stands, unless a later tap was under way. */
function answersStand(ledger: Ledger, { inspection }: DeviceStore): void {
  for (const { name } of ledger.saved('visit')) {
    const visit = inspection.find(({ id }) => id === name);
    hold(visit !== undefined, 'nothing that was saved is lost', () => `visit ${name}`);
    const may = new Map<string, Set<string>>();
    for (const { said, fate } of ledger.of('answer')) {
      if (said.visitId !== name) continue;
      const before = fate === 'saved' ? [] : (may.get(said.itemId) ?? ['']);
      may.set(said.itemId, new Set([...before, said.verdict]));
    }
    for (const [itemId, verdicts] of may) {
      const stands = visit?.answers[itemId]?.verdict ?? '';
      hold(verdicts.has(stands), 'nothing that was saved is lost', () => {
        return `${itemId} of visit ${name} is '${stands}', not ${[...verdicts]}`;
      });
    }
  }
}

/** A problem is there with its photos, or still a draft with them; never both, never in part. */
function problemsAreWhole(ledger: Ledger, { finding, photo, draft }: DeviceStore): void {
  const last = ledger.of('finding').at(-1)?.said;
  for (const { said, fate } of ledger.of('finding')) {
    if (fate === 'under way') continue;
    const rows = finding.filter(({ text }) => text === said.text);
    const drafts = draft.filter(({ text }) => text === said.text);
    const what = () => `${said.text}: ${rows.length} problems, ${drafts.length} drafts (${fate})`;
    if (fate === 'saved') {
      hold(rows.length === 1, 'nothing that was saved is lost or doubled', what);
      hold(drafts.length === 0, 'a draft goes with the deed', what);
    }
    hold(rows.length <= 1, 'nothing is doubled', what);
    // What came after may have been written over the draft.
    const kept = said !== last || rows.length + drafts.length > 0;
    hold(kept, 'a draft stays until it is a problem', what);
    for (const row of rows) {
      hold(drafts.length === 0, 'a draft goes with the deed', what);
      const named = photo.filter(({ findingId }) => findingId === row.id);
      const whole = sorted(named.map(({ sha256 }) => sha256)) === sorted(said.photos);
      hold(whole && row.photoCount === said.photos.length, 'a problem is whole', () => {
        return `${what()}: ${named.length} of ${said.photos.length} photos`;
      });
    }
  }
}

/** What the form has shown is named by something, and its bytes are here until the office has them. */
function photosAreHere(ledger: Ledger, { photo, draft, blob, jpeg }: DeviceStore): void {
  const named = new Set(
    [...photo, ...draft.flatMap(({ photos }) => photos)].map((one) => one.sha256),
  );
  const arrived = new Set(blob.filter(({ state }) => state === 'arrived').map((one) => one.sha256));
  const whole = new Set(
    jpeg.filter(({ sha256, hash }) => sha256 === hash).map((one) => one.sha256),
  );
  for (const { name } of ledger.saved('photo')) {
    hold(named.has(name), 'nothing that was saved is lost', () => `no problem names photo ${name}`);
    hold(arrived.has(name) || whole.has(name), 'a photo stays until the office has it', () => name);
  }
}

function noticesAreHere(ledger: Ledger, { notice, lease }: DeviceStore): void {
  for (const { name, number } of ledger.saved('notice')) {
    const row = notice.find(({ id }) => id === name);
    hold(row !== undefined, 'nothing that was saved is lost', () => `notice ${number}`);
  }
  const free = new Set(lease.filter(({ used }) => used === 0).map(({ id }) => id));
  const borne = notice.flatMap(({ number }) =>
    number ? [`${number.agency}/${number.year}/${number.seq}`] : [],
  );
  for (const [nth, number] of borne.entries()) {
    hold(!free.has(number), 'a number is used once', () => `${number} is free again`);
    hold(borne.indexOf(number) === nth, 'a number is used once', () => number);
  }
}

function sorted(hashes: readonly string[]): string {
  return [...hashes].sort().join();
}
