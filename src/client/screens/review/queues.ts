/** What waits for the person in charge: four lists, each in the order in which it should be worked. Pure. */
import { type CivilDate, civilDateOf } from '../../../domain/civil.ts';
import type { ExtensionRow, FindingRow } from '../../../protocol/rows/index.ts';

export const QUEUES = [
  { id: 'replied', label: '待审核' },
  { id: 'extension', label: '延期待批' },
  { id: 'recheck', label: '待复查' },
  { id: 'shelf', label: '挂账到期复核' },
] as const;
export type QueueId = (typeof QUEUES)[number]['id'];

export interface Waiting {
  readonly finding: FindingRow;
  /** Since when it waits (ms). */
  readonly since: number;
  /** Of the list 延期待批. */
  readonly extension: ExtensionRow | null;
}

export type Queues = Readonly<Record<QueueId, readonly Waiting[]>>;

/** The longest waiting first. What is asked for beside an answer is no longer waited for. */
export function queuesOf(
  findings: readonly FindingRow[],
  extensions: readonly ExtensionRow[],
  now: number,
): Queues {
  const today = civilDateOf(now);
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const pick = (
    fits: (finding: FindingRow) => boolean,
    since: (finding: FindingRow) => number | null,
  ) =>
    inOrder(
      findings
        .filter(fits)
        .map((finding) => ({ finding, since: since(finding) ?? 0, extension: null })),
    );
  return {
    replied: pick(
      ({ state, acceptedAt }) => state === 'replied' && acceptedAt === null,
      ({ repliedAt }) => repliedAt,
    ),
    recheck: pick(
      ({ state, acceptedAt }) => state === 'replied' && acceptedAt !== null,
      ({ acceptedAt }) => acceptedAt,
    ),
    shelf: pick(
      ({ state, shelf }) => state === 'shelved' && isDue(shelf?.reviewOn, today),
      ({ shelf }) => Date.parse(shelf?.reviewOn ?? ''),
    ),
    extension: inOrder(
      extensions.flatMap((extension) => {
        const finding = byId.get(extension.findingId);
        return extension.state === 'asked' && finding
          ? [{ finding, since: extension.askedAt, extension }]
          : [];
      }),
    ),
  };
}

function isDue(reviewOn: CivilDate | undefined, today: CivilDate): boolean {
  return reviewOn !== undefined && reviewOn <= today;
}

function inOrder(rows: readonly Waiting[]): readonly Waiting[] {
  return [...rows].sort((a, b) => a.since - b.since || (a.finding.id < b.finding.id ? -1 : 1));
}

/** What only this person can decide; a 复查 is done on the spot. */
export function decisionsIn(queues: Queues): number {
  return queues.replied.length + queues.extension.length + queues.shelf.length;
}

export function isQueue(id: string | undefined): id is QueueId {
  return QUEUES.some((queue) => queue.id === id);
}
