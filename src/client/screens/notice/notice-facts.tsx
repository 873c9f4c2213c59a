import { civilDateOf, sayDateHour, sayMoment, weekdayName } from '../../../domain/civil.ts';
import { NUMBER_PENDING, sayNumber } from '../../../domain/notice-number.ts';
import type { FindingRow, NoticeRow } from '../../../protocol/rows/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { Row } from '../../ui/row.tsx';
import { StateWord } from '../../ui/state-chip.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CustodyOf } from '../finding/custody-of.tsx';
import '../finding/finding.css';
import './notice.css';
import { History } from '../finding/history.tsx';
import { DeliveryFacts } from './delivery-facts.tsx';
import { dueOf, StandingChip, standingOf } from './notice-standing.tsx';
import { Replaces } from './replaces.tsx';
import { SealLine } from './seal-line.tsx';
import { VoidedNote } from './voided-note.tsx';

/** A notice's facts, its problems with their states, and what happened to it. */
export function NoticeFacts(props: {
  readonly notice: NoticeRow;
  readonly findings: readonly FindingRow[];
}) {
  const { notice, findings } = props;
  const now = useNow();
  const standing = standingOf(notice, findings, now);
  return (
    <div class="notice-facts beside-paper">
      {notice.state === 'voided' && <VoidedNote notice={notice} />}
      {notice.state !== 'voided' && notice.number === null && <PendingNote />}
      <div class="notice-head">
        <p class={notice.state === 'voided' ? 't-list struck' : 't-list'}>
          {notice.number ? sayNumber(notice.number) : NUMBER_PENDING}
        </p>
        <StandingChip dueAt={dueOf(notice, findings)} standing={standing} now={now} />
        <Replaces notice={notice} />
      </div>
      <dl class="facts">
        <div>
          <dt>主送单位</dt>
          <dd>{notice.unitName}</dd>
        </div>
        <div>
          <dt>整改期限</dt>
          <dd>
            <b>
              {sayDateHour(notice.dueAt)}前 {weekdayName(civilDateOf(notice.dueAt))}
            </b>
          </dd>
        </div>
        <div>
          <dt>签发</dt>
          <dd>
            {sayMoment(notice.issuedAt)} · {notice.byName}
          </dd>
        </div>
        <div>
          <dt>存放</dt>
          <dd>
            <CustodyOf table="notice" id={notice.id} />
          </dd>
        </div>
        <div>
          <dt>核验</dt>
          <dd>
            <SealLine notice={notice} />
          </dd>
        </div>
      </dl>
      <DeliveryFacts notice={notice} />
      <section aria-labelledby="notice-problems">
        <h2 id="notice-problems" class="t-strong notice-problems-head">
          问题 {notice.findingIds.length}
        </h2>
        <div class="notice-problems">
          {findings.map((finding) => (
            <Row
              key={finding.id}
              small
              href={`/findings/${finding.id}`}
              title={finding.text}
              second={
                <>
                  <span>{finding.pointName}</span>
                  {finding.photoCount > 0 && (
                    <span class="notice-photos">
                      <Icon name="camera" size={16} />
                      {finding.photoCount}
                    </span>
                  )}
                </>
              }
              end={<StateWord state={finding.state} />}
            />
          ))}
        </div>
      </section>
      <History subject="notice" subjectId={notice.id} />
    </div>
  );
}

function PendingNote() {
  return (
    <div class="notice-note warn" role="note">
      <p class="t-strong">编号待定</p>
      <p>本机当时没有可用的文号，联网入账时由服务器编号，编好后这里和纸上会自动换成正式文号。</p>
    </div>
  );
}
