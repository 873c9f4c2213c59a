/** What the office's chained history adds to the lines of 经过: asked online, and done without where there is no line. */
import { useEffect, useState } from 'preact/hooks';
import { HistoryAnswer, type HistoryEntry } from '../../../protocol/history.ts';
import type { EventRow } from '../../../protocol/rows/index.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { syncStatus } from '../../workplace.ts';
import { ask } from '../office/ask.ts';

export interface Trail {
  /** Undefined where the office was not asked, or does not have it yet. */
  of(eventId: string): HistoryEntry | undefined;
  /** When the bytes of its photos arrived, newest first. */
  readonly arrivals: readonly HistoryEntry[];
  /** Its last place in the office's history; null where the office has not answered. */
  readonly nth: number | null;
}

const NOTHING: Trail = { of: () => undefined, arrivals: [], nth: null };

export function useTrail(subject: EventRow['subject'], subjectId: string): Trail {
  const { session } = useWorkplace();
  const [trail, setTrail] = useState<Trail>(NOTHING);
  // What was pulled since may have been written to the chain since, too.
  const { pulled } = syncStatus.value;
  useEffect(() => {
    if (session.role === 'unit') return;
    let alive = true;
    ask(`/api/history/${subject}/${subjectId}`, HistoryAnswer).then((answer) => {
      if (alive) setTrail(answer.ok ? trailOf(answer.value) : NOTHING);
    });
    return () => {
      alive = false;
    };
  }, [subject, subjectId, session.role, pulled]);
  return trail;
}

function trailOf({ entries }: HistoryAnswer): Trail {
  const byEvent = new Map(
    entries.flatMap((entry) => entry.eventIds.map((id) => [id, entry] as const)),
  );
  return {
    of: (id) => byEvent.get(id),
    arrivals: entries.filter((entry) => entry.name === 'photo.arrive'),
    nth: entries[0]?.nth ?? null,
  };
}
