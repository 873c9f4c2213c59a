/** 合并重复: the other problem among those near, side by side with this one; one of the two stays. */
import './merge-dialog.css';
import { useState } from 'preact/hooks';
import { sayMoment } from '../../../../domain/civil.ts';
import { sayDistance } from '../../../../domain/place.ts';
import type { FindingRow } from '../../../../protocol/rows/index.ts';
import { DeedDialog } from '../../../ui/deed-dialog.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Photo } from '../../../ui/photo.tsx';
import { Row } from '../../../ui/row.tsx';
import { StateChip, StateWord } from '../../../ui/state-chip.tsx';
import { usePointsById, useUnitsById } from '../../../ui/use-city.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { type DeedFormProps, troubleOf } from './deed-form.ts';
import { type Near, nearOnes } from './near.ts';

export function MergeDialog({ finding, open, asked, onClose, onDone }: DeedFormProps) {
  const { mutate } = useWorkplace();
  const [into, setInto] = useState<string | null>(null);
  const points = usePointsById();
  const all = useLive((db) => (open ? db.finding.toArray() : []), [open]) ?? [];
  const near = nearOnes(finding, all, (one) => one.place ?? points.get(one.pointId) ?? null);
  const chosen = near.find((one) => one.finding.id === into);
  const act = async () => {
    if (!chosen) return '请先选要并入的问题。';
    const args = { id: finding.id, into: chosen.finding.id };
    return troubleOf(await mutate('finding.merge', args, `合并重复：${finding.text}`, asked?.seq));
  };
  return (
    <DeedDialog
      open={open}
      title="合并重复"
      look="wide"
      kind="danger"
      confirm="并入所选问题"
      onClose={onClose}
      act={act}
      onDone={() => onDone('已并入，两条记录都保留')}
    >
      {near.length === 0 ? (
        <Empty
          icon="search"
          text="附近没有未销号的其他问题。确实重复的，可以在“作废”里写明理由。"
        />
      ) : (
        <>
          <p>本问题并入所选问题后作废，不再单独办理，不能恢复；照片和经过都留在记录里。</p>
          <ul class="merge-near" aria-label="附近的问题">
            {near.map((one) => (
              <li key={one.finding.id}>
                <Row
                  small
                  title={one.finding.text}
                  second={<span>{sayNear(one)}</span>}
                  end={<StateWord state={one.finding.state} />}
                  selected={one.finding.id === into}
                  onClick={() => setInto(one.finding.id)}
                />
              </li>
            ))}
          </ul>
          {chosen && (
            <div class="merge-pair">
              <OneOfTwo name="本问题（并入后作废）" finding={finding} />
              <OneOfTwo name="保留的问题" finding={chosen.finding} />
            </div>
          )}
        </>
      )}
    </DeedDialog>
  );
}

function sayNear({ finding, metres, samePoint }: Near): string {
  const where = samePoint
    ? '同一点位'
    : metres === null
      ? '同一单位、同一检查项'
      : sayDistance(metres);
  return `${where} · ${finding.pointName} · ${finding.byName} ${sayMoment(finding.recordedAt)}`;
}

function OneOfTwo(props: { readonly name: string; readonly finding: FindingRow }) {
  const { name, finding } = props;
  const units = useUnitsById();
  const photos = useLive(
    (db) => db.photo.where('findingId').equals(finding.id).toArray(),
    [finding.id],
  );
  const [first] = (photos ?? []).filter((photo) => photo.stage === 'found' && !photo.removed);
  return (
    <section class="merge-one" aria-label={name}>
      <h3 class="t-second">{name}</h3>
      {first ? (
        <Photo sha256={first.sha256} alt={finding.text} size="large" />
      ) : (
        <p class="merge-bare">没有照片</p>
      )}
      <p class="t-strong">{finding.text}</p>
      <p>
        <StateChip state={finding.state} small /> {finding.pointName}
      </p>
      <p class="t-second">
        {units.get(finding.unitId)?.name ?? finding.unitId} · {finding.byName}{' '}
        {sayMoment(finding.recordedAt)}
      </p>
    </section>
  );
}
