/** One problem: what was found, how it stands, what happens next, and what may be done about it. */
import { useState } from 'preact/hooks';
import { sayMoment } from '../../domain/civil.ts';
import { sayTimeLeft } from '../../domain/time-left.ts';
import { whatsNext } from '../../domain/whats-next.ts';
import type { ReplyReceipt, ReplyView, ShownProblem } from '../../protocol/reply-page.ts';
import { Button } from '../ui/button.tsx';
import { StateChip } from '../ui/state-chip.tsx';
import { AnswerForm } from './answer-form.tsx';
import { ExtensionForm } from './extension-form.tsx';
import type { Office } from './office.ts';
import { Pictures } from './pictures.tsx';
import { ProblemStory } from './problem-story.tsx';
import { Receipt } from './receipt.tsx';
import { Returned } from './returned.tsx';

export function ProblemCard(props: {
  readonly view: ReplyView;
  readonly problem: ShownProblem;
  readonly nth: number;
  readonly office: Office;
  /** The office's time (ms). */
  readonly now: () => number;
  /** Whether anything may still be done here. */
  readonly open: boolean;
  readonly onDone: () => Promise<void>;
}) {
  const { view, problem, nth, office, now, open, onDone } = props;
  const { dueAt, state, text, pointName } = problem;
  const [form, setForm] = useState<'answer' | 'extension' | null>(null);
  const [receipt, setReceipt] = useState<ReplyReceipt | null>(null);
  const asked = problem.extensions.some((one) => one.state === 'asked');
  const next = whatsNext({ ...problem, extensionAsked: asked });
  const mine = open && next.turn === 'unit';
  const taken = async (got: ReplyReceipt) => {
    setReceipt(got);
    setForm(null);
    await onDone();
  };
  const forms = { view, problem, office, onTaken: taken, onLeave: () => setForm(null), now };
  const at = now();
  return (
    <article class="reply-card" aria-labelledby={`problem-${nth}`}>
      <p class="reply-where">
        <span>
          问题 {nth}
          {view.problems.length > 1 && `／${view.problems.length}`} · {pointName}
        </span>
        <StateChip state={state} />
      </p>
      <h2 id={`problem-${nth}`}>{text}</h2>
      {problem.itemText !== null && <p class="reply-small">检查项：{problem.itemText}</p>}
      <p class="reply-small">
        {sayMoment(problem.recordedAt)}发现
        {problem.count !== null && `，${problem.count} 例`}
        {problem.rework > 0 && `，已退回 ${problem.rework} 次`}
      </p>
      <Pictures problem={problem} stage="found" ofId="" office={office} name="整改前" />
      {problem.photosToCome > 0 && (
        <p class="reply-small">还有 {problem.photosToCome} 张照片正在上传，过一会儿再看。</p>
      )}
      <Returned problem={problem} office={office} />
      <div class={`reply-next reply-turn-${next.turn}`}>
        <p>
          <b>{next.now}</b>
        </p>
        {next.turn === 'unit' && dueAt !== null && (
          <p class={at > dueAt ? 'reply-late' : undefined}>{sayTimeLeft(dueAt, at)}</p>
        )}
        <p>{next.after}</p>
      </div>
      {receipt && <Receipt receipt={receipt} />}
      {mine && form === null && (
        <div class="reply-acts">
          <Button kind="primary" size="main" icon="edit" onClick={() => setForm('answer')}>
            反馈整改
          </Button>
          {!asked && (
            <Button
              kind="outlined"
              size="main"
              icon="calendar"
              onClick={() => setForm('extension')}
            >
              申请延期
            </Button>
          )}
        </div>
      )}
      {mine && form === 'answer' && <AnswerForm {...forms} />}
      {mine && form === 'extension' && dueAt !== null && <ExtensionForm {...forms} dueAt={dueAt} />}
      <ProblemStory problem={problem} office={office} />
    </article>
  );
}
