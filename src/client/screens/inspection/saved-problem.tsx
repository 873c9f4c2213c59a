/** A recorded problem in one row: its photos, its unit and deadline, and where it is kept. */
import './problem-form.css';
import { sayClock } from '../../../domain/civil.ts';
import { sayChoice } from '../../../domain/deadline.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Photo } from '../../ui/photo.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useAmend } from './use-amend.ts';

const SHOWN = 3;

export function SavedProblem(props: {
  readonly finding: FindingRow;
  /** Opens the form on the correction that was begun. */
  readonly onAmend: (draftId: string) => void;
}) {
  const { finding, onAmend } = props;
  const unit = useUnitsById().get(finding.unitId);
  const facts = useLive(
    async (db) => {
      const photos = await db.photo.where('findingId').equals(finding.id).toArray();
      const pending = (await db.base.get(`finding/${finding.id}`)) !== undefined;
      return { photos: photos.filter((photo) => !photo.removed), pending };
    },
    [finding.id],
  );
  const amend = useAmend(finding, () => onAmend(finding.id));
  const photos = facts?.photos ?? [];
  const onTheWay = photos.filter((photo) => !photo.arrived).length;
  return (
    <div class="problem-saved">
      {photos.length > 0 && (
        <div class="problem-saved-photos">
          {photos.slice(0, SHOWN).map((photo) => (
            <Photo key={photo.id} sha256={photo.sha256} alt="问题照片" size="thumb" />
          ))}
        </div>
      )}
      <div class="problem-words">
        <b class="t-strong">{finding.text}</b>
        <span class="problem-facts t-second">
          <span>{unit?.shortName || unit?.name}</span>
          <span>{sayChoice(finding.deadline)}</span>
          {finding.count !== null && <span>{finding.count} 例</span>}
          {photos.length > SHOWN && <span>照片 {photos.length}</span>}
          {onTheWay > 0 && facts?.pending === false && <span>照片待传 {onTheWay}</span>}
          {facts && (
            <span class={`custody-word tone-${facts.pending ? 'info' : 'ok'}`}>
              <Icon name={facts.pending ? 'device' : 'check'} size={16} weight={2.4} />
              {facts.pending ? '已存在本机' : '已入账'} {sayClock(finding.changedAt)}
            </span>
          )}
        </span>
      </div>
      {finding.state !== 'recorded' && <StateChip state={finding.state} small />}
      {amend ? (
        <Button kind="outlined" icon="edit" size="small" onClick={amend}>
          修改
        </Button>
      ) : (
        <Button kind="outlined" size="small" href={`/findings/${finding.id}`}>
          查看
        </Button>
      )}
    </div>
  );
}
