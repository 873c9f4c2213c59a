/** Begins an inspection at the point, or goes on with the one under way. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { makeId } from '../../devices/uuid.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useRound } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { MapPoint } from './map-point.ts';

export function BeginCheck({ point }: { readonly point: MapPoint }) {
  const { mutate } = useWorkplace();
  const { route } = useLocation();
  const round = useRound();
  const [busy, setBusy] = useState(false);
  const checklist = useLive(
    async (db) => {
      const editions = await db.checklist.where('category').equals(point.category).toArray();
      return editions.sort((a, b) => b.edition - a.edition)[0];
    },
    [point.category],
  );
  if (point.inspectionId !== null) {
    return (
      <Button
        kind="primary"
        size="main"
        iconEnd="chevron-right"
        href={`/inspections/${point.inspectionId}`}
      >
        继续检查
      </Button>
    );
  }
  if (!round || !checklist) return null;
  const start = async () => {
    setBusy(true);
    const id = makeId();
    try {
      const outcome = await mutate(
        'inspection.start',
        { id, roundId: round.id, pointId: point.id, checklistId: checklist.id },
        `开始检查：${point.name}`,
      );
      if (outcome.ok) route(`/inspections/${id}`);
      else toast(sayRefusal(outcome.reason, outcome.detail));
    } finally {
      setBusy(false);
    }
  };
  const again = point.progress === 'done';
  return (
    <Button
      kind={again ? 'outlined' : 'primary'}
      size="main"
      iconEnd="chevron-right"
      disabled={busy}
      onClick={start}
    >
      {again ? '再次检查' : '开始检查'}
    </Button>
  );
}
