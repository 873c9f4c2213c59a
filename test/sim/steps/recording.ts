/** Writing a problem down: photos first, then a draft with every keystroke, then 保存. */
import { createHash } from 'node:crypto';
import { addPhoto } from '../../../src/client/store/blobs.ts';
import { saveDraft, saveFindingFromDraft } from '../../../src/client/store/drafts.ts';
import type { DraftRow } from '../../../src/client/store/tables.ts';
import { PIECE_BYTES } from '../../../src/client/sync/tus.ts';
import type { PhotoArgs } from '../../../src/protocol/mutations/photos.ts';
import type { FindingRow } from '../../../src/protocol/rows/index.ts';
import { POINTS, UNITS } from '../world/town.ts';
import { photoBytes } from './photo-bytes.ts';
import { heard, type Scene, sayBy } from './saying.ts';
import { choose } from './step.ts';

export interface Problem {
  /** What it corrects; null for one that was found just now. */
  readonly amends: FindingRow | null;
  readonly unitId?: string;
  /** Stands in its text. */
  readonly mark?: string;
}

/** Answers the problem's id where the screen said that it is saved. */
export async function writeDown(scene: Scene, problem: Problem): Promise<string | null> {
  const { desk, page, step } = scene;
  const draft = await draftOf(scene, problem);
  const { ledger } = page.store;
  const kept = ledger.begin(ledger.drafts, draft.id);
  const saved = await heard(scene, kept, async () => {
    await saveDraft(desk.db, draft);
    return true;
  });
  if (saved === null) return null;
  kept.fate = 'saved';
  // Now and then it stays a draft.
  if (step.dice[2] % 6 === 5) return null;
  const said = saidBy(draft);
  const name = draft.amends ? 'finding.amend' : 'finding.record';
  const ok = await sayBy(scene, name, said, () => saveFindingFromDraft(desk, draft));
  return ok ? draft.id : null;
}

async function draftOf(scene: Scene, problem: Problem): Promise<DraftRow> {
  const { world, page, seen, step } = scene;
  const { amends, unitId, mark = '' } = problem;
  const photos = amends ? photosOf(scene, amends.id) : [];
  for (let nth = 2; nth <= step.dice[1] % 4; nth += 1) photos.push(...(await takePhoto(scene)));
  const pointId = amends?.pointId ?? choose(POINTS, step.dice[0]) ?? 'P1';
  const visits = [...seen.rows.inspection.values()].filter((one) => one.pointId === pointId);
  const visit = amends ? null : (choose(visits, step.dice[3]) ?? null);
  return {
    id: amends?.id ?? world.uuid(),
    amends: amends !== null,
    redoes: null,
    pointId,
    roundId: 'R1',
    inspectionId: visit?.id ?? null,
    itemId: visit ? 'C01-1' : null,
    text: `问题${mark} ${world.uuid().slice(-6)}`,
    count: step.dice[2] % 3,
    unitId: unitId ?? choose(UNITS, step.dice[3]) ?? 'U01',
    deadline: { kind: 'days', days: 3 },
    photos,
    place: null,
    changedAt: page.now(),
  };
}

/** What the deed says, as the store makes it of the draft. */
function saidBy(draft: DraftRow): object {
  const { id, text, count, unitId, deadline, photos } = draft;
  const facts = { id, text, count, unitId, deadline, photos };
  if (draft.amends) return facts;
  const { pointId, roundId, inspectionId, itemId, place } = draft;
  return { ...facts, pointId, roundId, inspectionId, itemId, place };
}

/** The photos that stay on a problem; now and then one is taken off. */
function photosOf({ seen, step }: Scene, findingId: string): PhotoArgs[] {
  const known = [...seen.rows.photo.values()].filter(
    (photo) => photo.findingId === findingId && !photo.removed,
  );
  return known
    .slice(step.dice[0] % 3 === 0 ? 1 : 0)
    .map(({ id, sha256, bytes, width, height, takenAt, place }) => {
      return { id, sha256, bytes, width, height, takenAt, place };
    });
}

/** One photo, or none where the device has no room for it. */
export async function takePhoto(scene: Scene): Promise<PhotoArgs[]> {
  const { world, desk, page, step } = scene;
  const id = world.uuid();
  // Few are so large that they travel in two pieces.
  const size = step.dice[3] % 10 === 0 ? PIECE_BYTES + 2_000 : 300 + step.dice[3];
  const content = photoBytes(id, size);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const jpeg = new Blob([content], { type: 'image/jpeg' });
  const bytes = content.length;
  const takenAt = Math.max(0, page.now());
  const { ledger } = page.store;
  const kept = ledger.begin(ledger.photos, sha256);
  const photo = { jpeg, sha256, bytes, takenAt, title: '示例点位' };
  const added = await heard(scene, kept, () => addPhoto(desk.db, photo));
  if (added === null) return [];
  kept.fate = added.ok ? 'saved' : 'failed';
  return added.ok ? [{ id, sha256, bytes, width: 16, height: 12, takenAt, place: null }] : [];
}
