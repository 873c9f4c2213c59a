/** What a problem's form starts with: wording, unit and deadline as the item suggests. */
import { presetFor } from '../../../domain/deadline.ts';
import { unitFromHint } from '../../../domain/unit-hint.ts';
import type {
  FindingRow,
  Item,
  PhotoRow,
  Place,
  PointRow,
  UnitRow,
} from '../../../protocol/rows/index.ts';
import { makeId } from '../../devices/uuid.ts';
import type { DraftRow } from '../../store/tables.ts';
import { problemText } from './problem-phrase.ts';

export interface DraftStart {
  readonly point: PointRow;
  readonly roundId: string;
  readonly inspectionId: string | null;
  /** Null for a problem that no item of the checklist covers. */
  readonly item: Item | null;
  readonly units: readonly UnitRow[];
  readonly at: number;
}

export function newDraft(start: DraftStart): DraftRow {
  const { point, roundId, inspectionId, item, units, at } = start;
  return {
    id: makeId(),
    amends: false,
    redoes: null,
    pointId: point.id,
    roundId,
    inspectionId,
    itemId: item?.id ?? null,
    text: item ? problemText(item.text) : '',
    count: null,
    unitId: item ? unitFromHint(item.unitHint, point, units) : point.sectorId,
    deadline: item ? presetFor(item) : { kind: 'days', days: 7 },
    photos: [],
    place: null,
    changedAt: at,
  };
}

/** A correction of what is recorded already: it starts with what stands there. */
export function amendDraft(finding: FindingRow, photos: readonly PhotoRow[], at: number): DraftRow {
  const { id, pointId, roundId, inspectionId, itemId, text, count, unitId, deadline, place } =
    finding;
  return {
    id,
    amends: true,
    redoes: null,
    pointId,
    roundId,
    inspectionId,
    itemId,
    text,
    count,
    unitId,
    deadline,
    place,
    photos: photos
      .filter((photo) => !photo.removed && photo.stage === 'found')
      .map((photo) => ({
        id: photo.id,
        sha256: photo.sha256,
        bytes: photo.bytes,
        width: photo.width,
        height: photo.height,
        takenAt: photo.takenAt,
        timed: photo.timed,
        phash: photo.phash,
        place: photo.place,
      })),
    changedAt: at,
  };
}

/** The one fix of a problem: also for the photos that were taken while it was on its way. */
export function withPlace(draft: DraftRow, place: Place): Pick<DraftRow, 'place' | 'photos'> {
  return {
    place,
    photos: draft.photos.map((photo) => ({ ...photo, place: photo.place ?? place })),
  };
}

/** Nobody has written or photographed anything yet: it may go as silently as it came. */
export function isUntouched(draft: DraftRow, item: Item | null): boolean {
  const first = item ? problemText(item.text) : '';
  return !draft.amends && draft.photos.length === 0 && draft.text.trim() === first;
}
