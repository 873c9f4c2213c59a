/**
 * What is worth a second look in the photos of a problem. It only hints: nothing here
 * refuses a reply, moves a state or counts against anybody, and every hint names what
 * it saw so that a person can look for themselves.
 */
import type { PhotoStage } from './evidence-stage.ts';
import { bitsApart, half, NEAR_BITS, ones } from './perceptual-hash.ts';
import { distanceM, type LonLat } from './place.ts';

export interface EvidencePhoto {
  readonly id: string;
  readonly findingId: string;
  readonly sha256: string;
  /** 16 hex digits; empty where unknown. */
  readonly phash: string;
  readonly stage: PhotoStage;
  readonly takenAt: number;
  /** False: the file told no capture time, `takenAt` is when it was chosen. */
  readonly timed: boolean;
  readonly place: (LonLat & { readonly accuracy: number }) | null;
}

/** The problem that the photos are of. */
export interface EvidenceCase {
  readonly findingId: string;
  readonly recordedAt: number;
  readonly place: (LonLat & { readonly accuracy: number }) | null;
  /** When its notice was issued; null where it is on none. */
  readonly issuedAt: number | null;
  /** When the last reply came; null before. */
  readonly repliedAt: number | null;
}

export type EvidenceHint =
  /** The same picture stands for another problem. `same`: byte for byte, else by what it shows. */
  | { readonly kind: 'other-problem'; readonly other: EvidencePhoto; readonly same: boolean }
  | { readonly kind: 'before-as-after'; readonly other: EvidencePhoto; readonly same: boolean }
  | { readonly kind: 'early'; readonly than: 'recorded' | 'issued' }
  | { readonly kind: 'late' }
  | { readonly kind: 'far'; readonly metres: number }
  | { readonly kind: 'untimed' };

/** Beyond the error of both positions; points and phones are seldom better than this. */
export const FAR_M = 200;
/** Clocks may differ by so much before anything is said (as the sync allows). */
export const CLOCKS_MS = 5 * 60_000;

/** All photos by their bytes and by what they show. */
export interface PhotoIndex {
  readonly bySha: ReadonlyMap<string, readonly EvidencePhoto[]>;
  readonly hashed: readonly EvidencePhoto[];
  readonly high: Int32Array;
  readonly low: Int32Array;
}

export function photoIndex(photos: Iterable<EvidencePhoto>): PhotoIndex {
  const bySha = new Map<string, EvidencePhoto[]>();
  const hashed: EvidencePhoto[] = [];
  for (const photo of photos) {
    const same = bySha.get(photo.sha256);
    if (same) same.push(photo);
    else bySha.set(photo.sha256, [photo]);
    if (photo.phash !== '') hashed.push(photo);
  }
  return {
    bySha,
    hashed,
    high: Int32Array.from(hashed, ({ phash }) => half(phash, 0)),
    low: Int32Array.from(hashed, ({ phash }) => half(phash, 8)),
  };
}

/** Other photos that are, or show, nearly the same; the nearest first. */
export function lookAlikes(index: PhotoIndex, photo: EvidencePhoto): readonly EvidencePhoto[] {
  const found = new Set(index.bySha.get(photo.sha256) ?? []);
  if (photo.phash !== '') {
    const [high, low] = [half(photo.phash, 0), half(photo.phash, 8)];
    for (let at = 0; at < index.high.length; at += 1) {
      const apart = ones(high ^ (index.high[at] ?? 0)) + ones(low ^ (index.low[at] ?? 0));
      const other = apart <= NEAR_BITS ? index.hashed[at] : undefined;
      if (other) found.add(other);
    }
  }
  return [...found]
    .filter((other) => other.id !== photo.id)
    .sort((a, b) => nearness(photo, a) - nearness(photo, b) || (a.id < b.id ? -1 : 1));
}

function nearness(photo: EvidencePhoto, other: EvidencePhoto): number {
  if (photo.sha256 === other.sha256) return -1;
  return photo.phash === '' || other.phash === '' ? 64 : bitsApart(photo.phash, other.phash);
}

/** What is worth saying of one photo of a problem, at most one hint of a kind. */
export function evidenceOf(
  photo: EvidencePhoto,
  about: EvidenceCase,
  index: PhotoIndex,
): readonly EvidenceHint[] {
  return [
    ...alikeHints(photo, lookAlikes(index, photo)),
    ...timeHints(photo, about),
    ...placeHints(photo, about),
  ];
}

/** Stages at which a photo is to show what was done. */
const AFTER: readonly PhotoStage[] = ['fix', 'reply'];

function alikeHints(photo: EvidencePhoto, alike: readonly EvidencePhoto[]): EvidenceHint[] {
  const hints: EvidenceHint[] = [];
  const isSame = (other: EvidencePhoto) => other.sha256 === photo.sha256;
  // A recheck stands where the problem was recorded: alike is what it is meant to be.
  const before = alike.find(
    (other) =>
      other.findingId === photo.findingId &&
      other.stage === 'found' &&
      (AFTER.includes(photo.stage) || (photo.stage === 'recheck' && isSame(other))),
  );
  if (before) hints.push({ kind: 'before-as-after', other: before, same: isSame(before) });
  const elsewhere = alike.find(
    (other) => other.findingId !== photo.findingId && other.stage !== 'receipt',
  );
  if (elsewhere) hints.push({ kind: 'other-problem', other: elsewhere, same: isSame(elsewhere) });
  return hints;
}

function timeHints(photo: EvidencePhoto, about: EvidenceCase): EvidenceHint[] {
  if (!AFTER.includes(photo.stage)) return [];
  if (!photo.timed) return [{ kind: 'untimed' }];
  const { takenAt } = photo;
  const before = (at: number | null) => at !== null && takenAt < at - CLOCKS_MS;
  if (before(about.recordedAt)) return [{ kind: 'early', than: 'recorded' }];
  if (photo.stage !== 'reply') return [];
  if (before(about.issuedAt)) return [{ kind: 'early', than: 'issued' }];
  const late = about.repliedAt !== null && takenAt > about.repliedAt + CLOCKS_MS;
  return late ? [{ kind: 'late' }] : [];
}

function placeHints(photo: EvidencePhoto, about: EvidenceCase): EvidenceHint[] {
  if (photo.stage === 'found' || !photo.place || !about.place) return [];
  const metres = distanceM(photo.place, about.place);
  const allowed = FAR_M + photo.place.accuracy + about.place.accuracy;
  return metres > allowed ? [{ kind: 'far', metres }] : [];
}
