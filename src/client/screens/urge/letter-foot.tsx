/** Under which number, what lacks, and the one button that issues. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { civilDateOf, yearOf } from '../../../domain/civil.ts';
import { NUMBER_PENDING } from '../../../domain/notice-number.ts';
import { sayLetterPaper } from '../../../domain/urge.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { makeId } from '../../devices/uuid.ts';
import { issueLetter } from '../../store/issue-letter.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { LetterDraft } from './use-letter-draft.ts';

export function LetterFoot(props: { readonly draft: LetterDraft; readonly redoes: number | null }) {
  const { draft, redoes } = props;
  const { route } = useLocation();
  const { author } = useWorkplace();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const { asked, chosen, due, closing, unitName } = draft;
  const paper = sayLetterPaper(asked.kind);
  const missing = whatIsMissing(draft);
  const issue = async () => {
    if (missing !== null || busy) return;
    setBusy(true);
    setTrouble('');
    try {
      const id = makeId();
      const outcome = await issueLetter(
        author,
        {
          id,
          kind: asked.kind,
          unitId: asked.unitId,
          month: '',
          findingIds: chosen.map(({ finding }) => finding.id),
          dueAt: due?.ok ? due.dueAt : null,
          closing,
          frequent: [],
        },
        `签发${paper}：${unitName}，${chosen.length} 个问题`,
        redoes,
      );
      if (!outcome.ok) {
        setTrouble(sayRefusal(outcome.reason, outcome.detail));
        return;
      }
      draft.done();
      route(`/letters/${id}`, true);
      toast(`已签发${paper}`);
    } catch (error) {
      console.error(error);
      setTrouble('没有存上，选好的内容都在，请再试一次。');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div class="action-bar-words issue-number">
        {trouble !== '' && (
          <p class="issue-trouble" role="alert">
            {trouble}
          </p>
        )}
        <p class="t-list">{draft.agency === '' ? '不编号' : NUMBER_PENDING}</p>
        <p class="t-small">{missing ?? sayNumbering(draft)}</p>
      </div>
      <Button
        kind="primary"
        size="main"
        icon="stamp"
        disabled={missing !== null || busy}
        onClick={issue}
      >
        签发
      </Button>
    </>
  );
}

function sayNumbering({ agency, now }: LetterDraft): string {
  const series = agency === '' ? '' : `上传后编入 ${agency}〔${yearOf(civilDateOf(now))}〕。`;
  return `${series}签发后不能改，只能作废。`;
}

/** Why it can't be issued yet; null where it can. */
function whatIsMissing({ chosen, due }: LetterDraft): string | null {
  if (chosen.length === 0) return '先选至少一个问题。';
  return due === null || due.ok ? null : '先定下限期。';
}
