import '../finding/finding.css';
import '../notice/notice.css';
import { civilDateOf, sayDateHour, sayMoment, weekdayName } from '../../../domain/civil.ts';
import { NUMBER_PENDING, sayNumber } from '../../../domain/notice-number.ts';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { Row } from '../../ui/row.tsx';
import { StateWord } from '../../ui/state-chip.tsx';
import { useLive } from '../../ui/use-live.ts';
import { CustodyOf } from '../finding/custody-of.tsx';
import { LetterChip } from './letter-chip.tsx';
import { sayLetterName } from './use-letters.ts';

/** A letter's facts, and how the problems that it names stand now. */
export function LetterFacts(props: { readonly letter: LetterRow; readonly pending: boolean }) {
  const { letter, pending } = props;
  const voided = letter.state === 'voided';
  return (
    <div class="notice-facts beside-paper">
      {voided && (
        <div class="notice-note bad" role="note">
          <p class="t-strong">这份文书已作废</p>
          <p>
            理由：{letter.voidReason}
            {letter.voidedAt !== null && `（${sayMoment(letter.voidedAt)}）`}
          </p>
          {letter.number && <p>文号 {sayNumber(letter.number)} 留在发文登记簿里，不再使用。</p>}
        </div>
      )}
      {pending && !voided && (
        <div class="notice-note warn" role="note">
          <p class="t-strong">{NUMBER_PENDING}</p>
          <p>上传入账时由服务器编号，编好后这里和纸上会换成正式文号，那时再打印。</p>
        </div>
      )}
      <div class="notice-head">
        <p class={voided ? 't-list struck' : 't-list'}>
          {pending ? NUMBER_PENDING : sayLetterName(letter)}
        </p>
        <LetterChip letter={letter} />
      </div>
      <dl class="facts">
        <div>
          <dt>主送单位</dt>
          <dd>{letter.unitName}</dd>
        </div>
        {letter.dueAt !== null && (
          <div>
            <dt>限期</dt>
            <dd>
              <b>
                {sayDateHour(letter.dueAt)}前 {weekdayName(civilDateOf(letter.dueAt))}
              </b>
            </dd>
          </div>
        )}
        <div>
          <dt>签发</dt>
          <dd>
            {sayMoment(letter.issuedAt)} · {letter.byName}
          </dd>
        </div>
        <div>
          <dt>存放</dt>
          <dd>
            <CustodyOf table="letter" id={letter.id} />
          </dd>
        </div>
      </dl>
      <Problems letter={letter} />
      <Frequent letter={letter} />
    </div>
  );
}

function Problems({ letter }: { readonly letter: LetterRow }) {
  const { problems } = letter.record;
  const now = useLive(
    (db) => db.finding.bulkGet(problems.map(({ findingId }) => findingId)),
    [letter.id],
  );
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="letter-problems">
      <h2 id="letter-problems" class="t-strong notice-problems-head">
        问题 {problems.length}
      </h2>
      <div class="notice-problems">
        {problems.map((problem, at) => {
          const state = now?.[at]?.state;
          return (
            <Row
              key={problem.findingId}
              small
              {...(state ? { href: `/findings/${problem.findingId}` } : {})}
              title={problem.text}
              second={
                <span>
                  {problem.pointName}
                  {problem.noticeNumber && ` · ${sayNumber(problem.noticeNumber)}`}
                </span>
              }
              end={state && <StateWord state={state} />}
            />
          );
        })}
      </div>
    </section>
  );
}

function Frequent({ letter }: { readonly letter: LetterRow }) {
  const { frequent } = letter.record;
  if (frequent.length === 0) return null;
  return (
    <section aria-labelledby="letter-frequent">
      <h2 id="letter-frequent" class="t-strong notice-problems-head">
        多次出现
      </h2>
      <ul class="letter-frequent">
        {frequent.map(({ text, count }) => (
          <li key={text}>
            {text} <b>{count} 次</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
