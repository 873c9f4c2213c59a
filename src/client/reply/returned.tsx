import { sayMoment } from '../../domain/civil.ts';
import type { ShownProblem } from '../../protocol/reply-page.ts';
import type { Office } from './office.ts';
import { Pictures } from './pictures.tsx';

/** Why the last answer came back, where it did: the first thing to be read before the next one. */
export function Returned(props: { readonly problem: ShownProblem; readonly office: Office }) {
  const { problem, office } = props;
  const last = problem.rechecks[problem.rechecks.length - 1];
  if (problem.state !== 'returned' || !last) return null;
  return (
    <div class="reply-note reply-bad">
      <p>
        <b>{last.result === 'failed' ? '现场复查不通过' : '反馈被退回'}</b>（{sayMoment(last.at)}）
      </p>
      <p>理由：{last.note === '' ? '没有写明，请联系督查单位。' : last.note}</p>
      <Pictures problem={problem} stage="recheck" ofId={last.id} office={office} name="复查" />
    </div>
  );
}
