/** What may be done at a point now: begin, go on, or look. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { mayDo } from '../../../domain/role.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import type { ChecklistRow, InspectionRow, PointRow } from '../../../protocol/rows/index.ts';
import { makeId } from '../../devices/uuid.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useRound, useTeams } from '../../ui/use-city.ts';
import { usePhone } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useLooseProblem } from '../inspection/use-loose-problem.ts';

export function PassportFoot(props: {
  readonly point: PointRow;
  readonly checklist: ChecklistRow | undefined;
  readonly inspections: readonly InspectionRow[];
}) {
  const { point, checklist, inspections } = props;
  const { session } = useWorkplace();
  const phone = usePhone();
  const round = useRound();
  const teams = useTeams();
  const record = useLooseProblem(point);
  const walked = teams?.some((team) => team.pointIds.includes(point.id)) ?? false;
  const own = inspections.filter((inspection) => inspection.roundId === round?.id);
  const doing = own.find((inspection) => inspection.finishedAt === null);
  const may = walked && mayDo(session.role, 'inspection.start');
  return (
    <>
      <div class="action-bar-words passport-list">
        {checklist ? (
          <>
            <b>{checklist.name}检查清单</b>
            <span class="t-small">{sayChecklist(checklist)}</span>
          </>
        ) : (
          <span class="t-small">这类点位还没有检查清单，请联系管理员导入。</span>
        )}
        {!walked && <span class="t-small">不在本轮督查范围内</span>}
      </div>
      <Button
        kind="outlined"
        icon="map"
        size="main"
        href={`/map?point=${encodeURIComponent(point.id)}`}
        {...(phone ? { label: '看位置' } : {})}
      >
        {phone ? undefined : '看位置'}
      </Button>
      {may && (
        <Button kind="outlined" icon="flag" size="main" onClick={record}>
          登记问题
        </Button>
      )}
      {may && checklist && (
        <Begin
          point={point}
          checklist={checklist}
          roundId={round?.id ?? ''}
          doing={doing}
          again={own.length > 0 && !doing}
        />
      )}
    </>
  );
}

function Begin(props: {
  readonly point: PointRow;
  readonly checklist: ChecklistRow;
  readonly roundId: string;
  readonly doing: InspectionRow | undefined;
  readonly again: boolean;
}) {
  const { point, checklist, roundId, doing, again } = props;
  const { mutate } = useWorkplace();
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  if (doing) {
    return (
      <Button kind="primary" size="main" iconEnd="chevron-right" href={`/inspections/${doing.id}`}>
        继续检查
      </Button>
    );
  }
  const start = async () => {
    setBusy(true);
    const id = makeId();
    const args = { id, roundId, pointId: point.id, checklistId: checklist.id };
    try {
      const outcome = await mutate('inspection.start', args, `开始检查：${point.name}`);
      if (outcome.ok) route(`/inspections/${id}`);
      else toast(sayRefusal(outcome.reason, outcome.detail));
    } finally {
      setBusy(false);
    }
  };
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

function sayChecklist(checklist: ChecklistRow): string {
  const bottom = checklist.items.filter((item) => item.bottomLine).length;
  return `${checklist.items.length} 项 · 底线项 ${bottom} · 第 ${checklist.edition} 版`;
}
