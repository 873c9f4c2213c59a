/** What is known of one problem, as a list of facts; what is not known is left out. */
import type { ComponentChildren } from 'preact';
import {
  civilDateOf,
  sayDate,
  sayDateHour,
  sayMoment,
  weekdayName,
} from '../../../domain/civil.ts';
import { sayChoice } from '../../../domain/deadline.ts';
import { NUMBER_PENDING, sayNumber } from '../../../domain/notice-number.ts';
import { distanceM, sayDistance } from '../../../domain/place.ts';
import type { FindingRow, Place } from '../../../protocol/rows/index.ts';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { tabOf } from '../handoff/hand-offs.ts';
import { sayHandoff } from '../handoff/say-handoff.ts';
import { CustodyOf } from './custody-of.tsx';

const CLOSINGS: Record<NonNullable<FindingRow['closing']>, string> = {
  recheck: '复查通过',
  'on-spot': '当场整改',
  'hand-off': '数字城管结案',
  shelf: '挂账后解决',
};

export function FindingFacts({ finding }: { readonly finding: FindingRow }) {
  const now = useNow();
  const around = useLive(
    async (db) => {
      const [unit, point, notice, checklists, target, handoffs] = await Promise.all([
        db.unit.get(finding.unitId),
        db.point.get(finding.pointId),
        finding.noticeId === null ? undefined : db.notice.get(finding.noticeId),
        finding.itemId === null ? [] : db.checklist.toArray(),
        finding.mergedInto === null ? undefined : db.finding.get(finding.mergedInto),
        db.handoff.where('findingId').equals(finding.id).sortBy('at'),
      ]);
      const items = checklists.flatMap((checklist) => checklist.items);
      const item = items.find(({ id }) => id === finding.itemId);
      return { unit, point, notice, item, target, handoff: handoffs.at(-1) };
    },
    [finding.unitId, finding.pointId, finding.noticeId, finding.itemId, finding.mergedInto],
  );
  if (!around) return null;
  const { unit, point, notice, item, handoff } = around;
  return (
    <dl class="facts">
      <Fact name="状态">
        <span class="facts-states">
          <StateChip state={finding.state} />
          <LatenessChip dueAt={finding.dueAt} state={finding.state} now={now} />
          {finding.state === 'replied' && finding.acceptedAt !== null && (
            <span>已受理，待复查</span>
          )}
          {finding.rework > 0 && <span>退回 {finding.rework} 次</span>}
        </span>
      </Fact>
      {finding.mergedInto !== null && (
        <Fact name="并入">
          <a href={`/findings/${finding.mergedInto}`}>{around.target?.text ?? '另一个问题'}</a>
        </Fact>
      )}
      {finding.shelf && (
        <Fact name="挂账">
          {finding.shelf.reason}
          <small>{sayDate(finding.shelf.reviewOn)}复核</small>
        </Fact>
      )}
      {handoff && (
        <Fact name="移交">
          <a href={`/handoff?tab=${tabOf(handoff.state)}`}>{sayHandoff(handoff)}</a>
          {handoff.note !== '' && <small>{handoff.note}</small>}
        </Fact>
      )}
      {finding.closedAt !== null && finding.closing && (
        <Fact name="销号">
          {sayMoment(finding.closedAt)} · {CLOSINGS[finding.closing]}
        </Fact>
      )}
      <Fact name="点位">
        {point ? <a href={`/points/${point.id}`}>{point.name}</a> : finding.pointName}
        <small>
          {finding.pointId}
          {point && ` · ${point.categoryName}`}
        </small>
      </Fact>
      <Fact name="责任单位">{unit?.name ?? finding.unitId}</Fact>
      <Fact name="整改期限">
        {finding.dueAt === null ? (
          <>
            {sayChoice(finding.deadline)}
            <small>
              {finding.state === 'handed-off' ? '移交期间不计期限' : '开具通知书时起算'}
            </small>
          </>
        ) : (
          <b>
            {sayDateHour(finding.dueAt)}前 {weekdayName(civilDateOf(finding.dueAt))}
          </b>
        )}
      </Fact>
      {finding.noticeId !== null && (
        <Fact name="通知书">
          <a href={`/notices/${finding.noticeId}`}>
            {notice?.number ? sayNumber(notice.number) : NUMBER_PENDING}
          </a>
        </Fact>
      )}
      {item && (
        <Fact name="检查项">
          {item.text}
          <small>
            {item.id} · {item.method} · 权重 {item.weight}
            {item.bottomLine && ' · 底线项'}
          </small>
        </Fact>
      )}
      {finding.count !== null && <Fact name="例数">{finding.count} 例</Fact>}
      <Fact name="记录">
        {sayMoment(finding.recordedAt)} · {finding.byName}
      </Fact>
      {finding.place && (
        <Fact name="位置">
          {sayPlace(finding.place, point)}
          <small>误差 {Math.round(finding.place.accuracy)} m</small>
        </Fact>
      )}
      <Fact name="存放">
        <CustodyOf table="finding" id={finding.id} />
      </Fact>
    </dl>
  );
}

function Fact(props: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Where it was recorded, from the point where that is known. */
function sayPlace(place: Place, point: { lon: number; lat: number } | undefined): string {
  const figures = `东经 ${place.lon.toFixed(5)}°，北纬 ${place.lat.toFixed(5)}°`;
  return point ? `距点位 ${sayDistance(distanceM(place, point))}（${figures}）` : figures;
}
