/** What has been answered and decided so far, the oldest first, each answer with its receipt's number. */
import { civilDateOf, sayDate, sayMoment } from '../../domain/civil.ts';
import { receiptNumber } from '../../domain/receipt-number.ts';
import type {
  ShownExtension,
  ShownProblem,
  ShownRecheck,
  ShownReply,
} from '../../protocol/reply-page.ts';
import { saySize } from '../answer/answer-draft.ts';
import type { Office } from './office.ts';
import { Pictures } from './pictures.tsx';

type Line =
  | { readonly at: number; readonly kind: 'reply'; readonly of: ShownReply }
  | { readonly at: number; readonly kind: 'recheck'; readonly of: ShownRecheck }
  | { readonly at: number; readonly kind: 'extension'; readonly of: ShownExtension };

export function ProblemStory(props: { readonly problem: ShownProblem; readonly office: Office }) {
  const { problem, office } = props;
  const lines = linesOf(problem);
  if (lines.length === 0) return null;
  return (
    <details class="reply-story">
      <summary>已反馈和办理的经过（{lines.length}）</summary>
      <ol>
        {lines.map((line) => (
          <li key={line.of.id}>
            {line.kind === 'reply' && <Reply reply={line.of} problem={problem} office={office} />}
            {line.kind === 'recheck' && <Recheck recheck={line.of} />}
            {line.kind === 'extension' && <Extension extension={line.of} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

function linesOf({ replies, rechecks, extensions }: ShownProblem): Line[] {
  const lines: Line[] = [
    ...replies.map((of) => ({ at: of.at, kind: 'reply' as const, of })),
    ...rechecks.map((of) => ({ at: of.at, kind: 'recheck' as const, of })),
    ...extensions.map((of) => ({ at: of.askedAt, kind: 'extension' as const, of })),
  ];
  return lines.sort((a, b) => a.at - b.at);
}

const WAYS = { account: '账号反馈', link: '扫码或链接反馈', paper: '纸质反馈' } as const;

function Reply(props: {
  readonly reply: ShownReply;
  readonly problem: ShownProblem;
  readonly office: Office;
}) {
  const { reply, problem, office } = props;
  return (
    <>
      <p>
        <b>反馈</b> {sayMoment(reply.at)} · {reply.byName} · {WAYS[reply.way]}
      </p>
      {reply.text !== '' && <p class="reply-said">{reply.text}</p>}
      {reply.files.map((file) => (
        <p key={file.name}>
          附件：{file.name}（{saySize(file.bytes)}）
        </p>
      ))}
      <Pictures problem={problem} stage="reply" ofId={reply.id} office={office} name="整改后" />
      <p class="reply-small">回执号 {receiptNumber(reply.id)}</p>
    </>
  );
}

const RESULTS = { passed: '复查通过，销号', failed: '复查不通过，退回', returned: '退回' } as const;

function Recheck({ recheck }: { readonly recheck: ShownRecheck }) {
  return (
    <>
      <p>
        <b>{RESULTS[recheck.result]}</b> {sayMoment(recheck.at)} · 督查组
      </p>
      {recheck.note !== '' && <p class="reply-said">{recheck.note}</p>}
    </>
  );
}

function Extension({ extension }: { readonly extension: ShownExtension }) {
  const { state, decision, dueAt } = extension;
  return (
    <>
      <p>
        <b>申请延期</b> {sayMoment(extension.askedAt)} · {extension.byName} · 延到
        {sayDate(civilDateOf(extension.until))}
      </p>
      <p class="reply-said">{extension.reason}</p>
      <p>
        {state === 'asked' && '等办公室答复。'}
        {state === 'granted' && `同意，延到${sayDate(civilDateOf(dueAt ?? extension.until))}。`}
        {state === 'refused' && '没有同意，仍按原来的期限。'}
        {decision !== '' && `答复：${decision}`}
      </p>
      <p class="reply-small">回执号 {receiptNumber(extension.id)}</p>
    </>
  );
}
