/** The left side of a letter: which paper, which problems, by when, in which words. */
import '../issue/issue.css';
import './urge.css';
import { useLocation } from 'preact-iso';
import { sayLetterPaper } from '../../../domain/urge.ts';
import { PAPER_SENTENCE } from '../../../protocol/admin.ts';
import { DeadlinePicker } from '../../ui/deadline-picker.tsx';
import { DeadlineStrip } from '../../ui/deadline-strip.tsx';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useCalendar } from '../../ui/use-office.ts';
import type { UrgeLine } from './urge-lists.ts';
import { sayLast, sayNext } from './urge-words.tsx';
import type { LetterDraft } from './use-letter-draft.ts';

export function LetterChoices({ draft }: { readonly draft: LetterDraft }) {
  const { route } = useLocation();
  const calendar = useCalendar();
  const { asked, kinds, offerings, chosen, due, now } = draft;
  const chosenIds = new Set(chosen.map(({ finding }) => finding.id));
  const go = (change: Record<string, string>) => {
    const query = { unit: asked.unitId, kind: asked.kind, ...change };
    route(`/urge/letter?${new URLSearchParams(query)}`, true);
  };
  return (
    <div class="issue-choices beside-paper">
      <SelectField
        label="文种"
        value={asked.kind}
        onChange={(kind) => go({ kind })}
        options={kinds.map((kind) => ({ value: kind, label: sayLetterPaper(kind) }))}
        hint={
          offerings.suggested.length > 0
            ? `建议发${sayLetterPaper(asked.kind)}的问题 ${offerings.suggested.length} 个，已勾选`
            : '这一步不在建议之列，由您决定'
        }
      />
      {offerings.noticeId !== null && (
        <SelectField
          label="督查通知书"
          value={offerings.noticeId}
          onChange={(notice) => go({ notice })}
          options={[...offerings.notices].map(([value, label]) => ({ value, label }))}
          hint="一份督办通知只针对一份督查通知书"
        />
      )}
      <section aria-labelledby="letter-problems">
        <h2 id="letter-problems" class="t-strong issue-head">
          问题{' '}
          <span>
            已选 {chosen.length} / {offerings.lines.length}
          </span>
        </h2>
        <ul class="issue-problems">
          {offerings.lines.map((line) => (
            <li key={line.finding.id}>
              <Problem
                line={line}
                now={now}
                checked={chosenIds.has(line.finding.id)}
                onToggle={() => draft.toggle(line.finding.id)}
              />
            </li>
          ))}
        </ul>
      </section>
      {due && (
        <section aria-labelledby="letter-term">
          <h2 id="letter-term" class="t-strong issue-head">
            限期 <small>当日不计，末日逢休息日顺延</small>
          </h2>
          <div class="issue-deadline">
            <DeadlinePicker value={draft.deadline} onChange={draft.chooseDeadline} issuedAt={now} />
            {due.ok && <DeadlineStrip dueAt={due.dueAt} issuedAt={now} calendar={calendar} />}
          </div>
        </section>
      )}
      <TextArea
        label={asked.kind === 'remind' ? '结束语' : '另加一句'}
        value={draft.closing}
        onInput={draft.say}
        rows={2}
        maxLength={PAPER_SENTENCE}
        hint={
          asked.kind === 'remind'
            ? '可不填，不填用模板里的结束语'
            : '可不填，印在要求后面，如：请一并报送责任人和完成时间'
        }
      />
    </div>
  );
}

function Problem(props: {
  readonly line: UrgeLine;
  readonly now: number;
  readonly checked: boolean;
  readonly onToggle: () => void;
}) {
  const { line, now, checked, onToggle } = props;
  const { finding, noticeName } = line;
  const last = sayLast(finding);
  return (
    <label class="issue-problem">
      <input type="checkbox" class="check" checked={checked} onChange={onToggle} />
      <span class="letter-words">
        <b>{finding.text}</b>
        <span class="t-second">
          {finding.pointName} · {noticeName}
        </span>
        {last !== '' && <span class="t-second">{last}</span>}
        <span class="letter-standing">
          <LatenessChip
            dueAt={finding.dueAt}
            state={finding.state}
            urge={finding.urge}
            now={now}
            small
          />
          {sayNext(line)}
        </span>
      </span>
    </label>
  );
}
