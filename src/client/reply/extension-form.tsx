import { useEffect } from 'preact/hooks';
import { addDays, civilDateOf, sayDateHour } from '../../domain/civil.ts';
import { ExtensionDraft, newExtension, whatExtensionLacks } from '../answer/answer-draft.ts';
import { ExtensionFields } from '../answer/answer-fields.tsx';
import { useKeptDraft } from '../answer/use-kept-draft.ts';
import { makeId } from '../devices/uuid.ts';
import type { FormParts } from './answer-form.tsx';
import { FormFoot } from './form-foot.tsx';
import { useAct } from './use-act.ts';

/** 申请延期: why, and until when. */
export function ExtensionForm(props: FormParts & { readonly dueAt: number }) {
  const { view, problem, office, dueAt, now, onTaken, onLeave } = props;
  const key = `xundian-r.${view.noticeId}.${problem.id}.extension`;
  const after = civilDateOf(Math.max(dueAt, now()));
  const kept = useKeptDraft(key, ExtensionDraft, () => newExtension(makeId()));
  const { draft, change } = kept;
  const act = useAct(office, view.noticeId);
  const received = problem.extensions.some(({ id }) => id === draft.id);
  useEffect(() => {
    if (!received) return;
    kept.done();
    onLeave();
  }, [received]);
  const give = async () => {
    const lacks = whatExtensionLacks(kept.current(), after);
    act.say(lacks ?? '');
    if (lacks !== null) return;
    const { id, reason, until } = kept.current();
    const said = { id, findingId: problem.id, reason: reason.trim(), until };
    const receipt = await act.give('/api/reply/extensions', said);
    if (!receipt) return;
    kept.done();
    await onTaken(receipt);
  };
  return (
    <section class="reply-form" aria-label="申请延期">
      <p>
        现在的期限是 <b>{sayDateHour(dueAt)}</b>。
      </p>
      <ExtensionFields draft={draft} min={addDays(after, 1)} onChange={change} />
      <FormFoot
        act={act}
        give="提交申请"
        onGive={give}
        onLeave={onLeave}
        note="办公室答复之前，仍按现在的期限。"
      />
    </section>
  );
}
