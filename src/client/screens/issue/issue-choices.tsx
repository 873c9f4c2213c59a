/** The left side: to whom, which problems, by when. */
import { DeadlinePicker } from '../../ui/deadline-picker.tsx';
import { DeadlineStrip } from '../../ui/deadline-strip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useRounds } from '../../ui/use-city.ts';
import { useCalendar } from '../../ui/use-office.ts';
import type { IssueDraft } from './use-issue.ts';

export function IssueChoices({ draft }: { readonly draft: IssueDraft }) {
  const calendar = useCalendar();
  const rounds = useRounds() ?? [];
  const { groups, unitRows, group, chosen } = draft;
  const { findings } = group;
  const roundName = (roundId: string) => rounds.find(({ id }) => id === roundId)?.name ?? '';
  const several = new Set(groups.map((each) => each.roundId)).size > 1;
  const chosenIds = new Set(chosen.map((finding) => finding.id));
  return (
    <div class="issue-choices beside-paper">
      <SelectField
        label="主送单位"
        value={group.key}
        onChange={draft.chooseGroup}
        options={groups.map((each) => ({
          value: each.key,
          label: `${unitRows.get(each.unitId)?.name ?? each.unitId}（${each.findings.length} 个问题）`,
          ...(several ? { group: roundName(each.roundId) } : {}),
        }))}
        {...(several
          ? { hint: `${roundName(group.roundId)}；一份通知书只列同一轮督查的问题` }
          : {})}
      />
      <section aria-labelledby="issue-problems">
        <h2 id="issue-problems" class="t-strong issue-head">
          问题{' '}
          <span>
            已选 {chosen.length} / {findings.length}
          </span>
        </h2>
        <ul class="issue-problems">
          {findings.map((finding) => (
            <li key={finding.id}>
              <label class="issue-problem">
                <input
                  type="checkbox"
                  class="check"
                  checked={chosenIds.has(finding.id)}
                  onChange={() => draft.toggle(finding.id)}
                />
                <span class="issue-words">
                  <b>{finding.text}</b>
                  <span>
                    {finding.pointName}
                    {finding.itemId !== null && ` · ${finding.itemId}`}
                  </span>
                </span>
                {finding.photoCount > 0 && (
                  <span class="issue-photos">
                    <Icon name="camera" size={18} />
                    {finding.photoCount}
                    <span class="unseen">张照片</span>
                  </span>
                )}
              </label>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="issue-deadline">
        <h2 id="issue-deadline" class="t-strong issue-head">
          整改期限 <small>当日不计，末日逢休息日顺延</small>
        </h2>
        <div class="issue-deadline">
          <DeadlinePicker
            value={draft.deadline}
            onChange={draft.chooseDeadline}
            issuedAt={draft.now}
          />
          {draft.due.ok && (
            <DeadlineStrip dueAt={draft.due.dueAt} issuedAt={draft.now} calendar={calendar} />
          )}
        </div>
      </section>
    </div>
  );
}
