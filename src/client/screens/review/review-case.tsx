/** One problem at the desk: before and after, what the unit says, what may be done, what happened so far. */
import './review.css';
import { useEffect, useState } from 'preact/hooks';
import { sayDateHour, sayMoment } from '../../../domain/civil.ts';
import { sayNumber } from '../../../domain/notice-number.ts';
import type { FindingRow, PhotoRow } from '../../../protocol/rows/index.ts';
import { Compare, useCompareWay } from '../../ui/compare.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { Pane } from '../../ui/pane.tsx';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useDeskKeys } from '../../ui/use-desk-keys.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { Answers } from '../finding/answers.tsx';
import { FindingDeeds } from '../finding/deeds/finding-deeds.tsx';
import { History } from '../finding/history.tsx';
import { beforePhotos, type Dossier, lastAfter, useDossier } from '../finding/use-dossier.ts';
import { ExtensionDesk } from './extension-desk.tsx';

export function ReviewCase(props: { readonly id: string }) {
  const read = useLive(async (db) => ({ finding: await db.finding.get(props.id) }), [props.id]);
  const finding = read?.finding;
  const missing = read && !finding;
  return (
    <Pane
      label="这个问题"
      ground="surface"
      foot={finding && <FindingDeeds key={props.id} finding={finding} keys />}
    >
      {missing && <Empty icon="flag" text="本机没有这个问题，可能还没有同步到。" />}
      {finding && <Case finding={finding} />}
    </Pane>
  );
}

function Case({ finding }: { readonly finding: FindingRow }) {
  const dossier = useDossier(finding);
  const units = useUnitsById();
  const now = useNow();
  if (!dossier) return null;
  const { notice } = dossier;
  const asked = dossier.extensions.find(({ state }) => state === 'asked');
  return (
    <article class="review-case">
      <header class="review-head">
        <h2 class="t-title">{finding.text}</h2>
        <p class="review-facts">
          <StateChip state={finding.state} />
          <LatenessChip dueAt={finding.dueAt} state={finding.state} now={now} />
          <span>{units.get(finding.unitId)?.name ?? finding.unitId}</span>
          <a href={`/findings/${finding.id}`}>{finding.pointName}</a>
          {notice && (
            <a href={`/notices/${notice.id}`}>
              {notice.number ? sayNumber(notice.number) : '编号待定'}
            </a>
          )}
          {finding.dueAt !== null && <span>{sayDateHour(finding.dueAt)}前</span>}
        </p>
      </header>
      {asked && <ExtensionDesk finding={finding} asked={asked} />}
      <BeforeAfter finding={finding} dossier={dossier} />
      <Answers finding={finding} dossier={dossier} />
      <History subject="finding" subjectId={finding.id} />
    </article>
  );
}

/** Where there are several from before, one is chosen to be held against the answer's. */
function BeforeAfter(props: { readonly finding: FindingRow; readonly dossier: Dossier }) {
  const { finding, dossier } = props;
  const [way, setWay] = useCompareWay();
  const before = beforePhotos(dossier);
  const [nth, setNth] = useState(0);
  useEffect(() => setNth(0), [finding.id]);
  useDeskKeys({ s: () => setWay(way === 'over' ? 'beside' : 'over') });
  const after = lastAfter(dossier);
  const first = before[nth] ?? before[0];
  if (!first || !after) {
    const only = after ? [after] : before;
    return (
      <section aria-label="照片">
        <p class="t-second">{sayMissing(first !== undefined, dossier.replies.length > 0)}</p>
        {only.length > 0 && <PhotoStrip photos={only} name={first ? '整改前照片' : '整改后照片'} />}
      </section>
    );
  }
  return (
    <section class="review-compare" aria-label="整改前后">
      <Compare
        before={{ sha256: first.sha256, name: '整改前', when: sayMoment(first.takenAt) }}
        after={{ sha256: after.sha256, name: '整改后', when: sayWhen(after) }}
        text={finding.text}
        way={way}
        onWay={setWay}
      />
      {before.length > 1 && (
        <div class="review-which" role="group" aria-label="拿哪一张整改前照片对比">
          {before.map((photo, at) => (
            <button
              key={photo.id}
              type="button"
              aria-pressed={at === nth}
              onClick={() => setNth(at)}
            >
              第 {at + 1} 张
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

function sayMissing(hasBefore: boolean, replied: boolean): string {
  if (!hasBefore) return '没有整改前照片。';
  return replied ? '反馈没有附照片。' : '责任单位还没有反馈。';
}

function sayWhen(photo: PhotoRow): string {
  return photo.timed ? sayMoment(photo.takenAt) : '拍摄时间不详';
}
