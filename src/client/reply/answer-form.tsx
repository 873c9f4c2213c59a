import { useEffect } from 'preact/hooks';
import type { ReplyReceipt, ReplyView, ShownProblem } from '../../protocol/reply-page.ts';
import { AnswerDraft, newAnswer, whatAnswerLacks } from '../answer/answer-draft.ts';
import { AnswerText } from '../answer/answer-fields.tsx';
import { FileSlot } from '../answer/file-slot.tsx';
import { useKeptDraft } from '../answer/use-kept-draft.ts';
import { useSending } from '../answer/use-sending.ts';
import { makeId } from '../devices/uuid.ts';
import { FormFoot } from './form-foot.tsx';
import type { Office } from './office.ts';
import { PhotoSlot } from './photo-slot.tsx';
import { useAct } from './use-act.ts';

export interface FormParts {
  readonly view: ReplyView;
  readonly problem: ShownProblem;
  readonly office: Office;
  readonly onTaken: (receipt: ReplyReceipt) => Promise<void>;
  readonly onLeave: () => void;
  /** The office's time (ms). */
  readonly now: () => number;
}

/** 反馈: by text, one file, one photo, or any of them. */
export function AnswerForm({ view, problem, office, now, onTaken, onLeave }: FormParts) {
  const key = `xundian-r.${view.noticeId}.${problem.id}.answer`;
  const kept = useKeptDraft(key, AnswerDraft, () => newAnswer(makeId()));
  const { draft, change } = kept;
  const act = useAct(office, view.noticeId);
  const file = useSending((body, onPart) => office.send('/api/reply/files', body, onPart));
  const photo = useSending((body, onPart) => office.send('/api/reply/photos', body, onPart));
  const received = problem.replies.some(({ id }) => id === draft.id);
  useEffect(() => {
    // It arrived the first time, only its receipt was lost.
    if (!received) return;
    kept.done();
    onLeave();
  }, [received]);
  const moving = file.state.kind === 'busy' || photo.state.kind === 'busy';
  const give = async () => {
    const lacks = moving ? '请等文件传完，或先去掉。' : whatAnswerLacks(kept.current());
    act.say(lacks ?? '');
    if (lacks !== null) return;
    const { id, text, file: sent, photo: taken } = kept.current();
    const named = sent && { sha256: sent.sha256, name: sent.name };
    const said = { id, findingId: problem.id, text: text.trim(), file: named, photo: taken };
    const receipt = await act.give('/api/reply/answers', said);
    if (!receipt) return;
    kept.done();
    await onTaken(receipt);
  };
  return (
    <section class="reply-form" aria-label="反馈整改">
      <AnswerText value={draft.text} onInput={(text) => change({ text })} />
      <PhotoSlot
        photo={draft.photo}
        sender={photo}
        now={now}
        onPhoto={(taken) => change({ photo: taken })}
      />
      <FileSlot file={draft.file} sender={file} onFile={(sent) => change({ file: sent })} />
      <FormFoot
        act={act}
        give="提交反馈"
        onGive={give}
        onLeave={onLeave}
        note="写的内容已留在这部手机上，提交成功后自动清掉。"
      />
    </section>
  );
}
