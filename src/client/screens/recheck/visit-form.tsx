import './visit.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayClock } from '../../../domain/civil.ts';
import { sayOffered } from '../../../domain/finding-offers.ts';
import { MAX_RECHECK_PHOTOS } from '../../../protocol/mutations/verify.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { dropReceiptPhotos } from '../../store/deliver.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { fixFinding, verifyFinding } from '../../store/visit.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useWorkInHand } from '../../work-in-hand.ts';
import { FreshDeadline, freshChoice } from '../finding/deeds/fresh-deadline.tsx';
import { useDossier } from '../finding/use-dossier.ts';
import { PlaceWord } from '../inspection/place-word.tsx';
import { earlierOf } from './earlier.ts';
import { useShooting } from './use-shooting.ts';
import { useVisit } from './use-visit.ts';
import { Verdict } from './verdict.tsx';
import { type VisitKind, whatIsMissing } from './visit-draft.ts';
import { VisitPhotos } from './visit-photos.tsx';
import { Visited } from './visited.tsx';

/** As `finding.fix` may carry. */
const MAX_FIX_PHOTOS = 5;

export function VisitForm(props: { readonly finding: FindingRow; readonly kind: VisitKind }) {
  const { finding, kind } = props;
  const { author, db, now } = useWorkplace();
  const { route } = useLocation();
  const clock = useNow();
  const visiting = useVisit(kind, finding.id);
  const { draft, current, change, done } = visiting;
  const most = kind === 'fix' ? MAX_FIX_PHOTOS : MAX_RECHECK_PHOTOS;
  const shooting = useShooting(visiting, finding.pointName, most);
  const dossier = useDossier(finding);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  useWorkInHand();
  const back = `/findings/${finding.id}`;
  const save = async () => {
    const missing = whatIsMissing(kind, current());
    setTrouble(missing ?? '');
    if (missing !== null || busy) return;
    setBusy(true);
    try {
      const outcome = await say();
      if (!outcome.ok) {
        setTrouble(sayRefusal(outcome.reason, outcome.detail));
        return;
      }
      done();
      route(back, true);
      toast(`${sayOffered(kind)}已存在本机 ${sayClock(now())}`);
    } catch (error) {
      console.error(error);
      setTrouble(`${StorageTrouble.of(error).message}写好的内容都在，请再试一次。`);
    } finally {
      setBusy(false);
    }
  };
  const say = () => {
    const { id: recheckId, result, note, photos, place, deadline, redoes } = current();
    const { id, text, dueAt } = finding;
    const said = { id, note: note.trim(), photos: [...photos] };
    if (kind === 'fix') return fixFinding(author, said, `当场整改：${text}`, redoes);
    const failed = result === 'failed';
    const verdict = {
      ...said,
      recheckId,
      result: failed ? 'failed' : 'passed',
      place,
      deadline: failed ? freshChoice(deadline, dueAt, now()) : null,
    } as const;
    const title = `复查${failed ? '不通过' : '通过'}：${text}`;
    return verifyFinding(author, verdict, title, redoes);
  };
  const throwAway = async () => {
    done();
    route(back, true);
    await dropReceiptPhotos(
      db,
      current().photos.map(({ sha256 }) => sha256),
    );
  };
  const failed = kind === 'recheck' && draft.result === 'failed';
  return (
    <Page
      title={sayOffered(kind)}
      facts={finding.pointName}
      back={back}
      action={
        <>
          <div class="action-bar-words">
            {trouble !== '' && (
              <p class="visit-trouble" role="alert">
                {trouble}
              </p>
            )}
            <Button kind="plain" onClick={throwAway}>
              不写了
            </Button>
          </div>
          <Button kind="primary" size="main" icon="check" disabled={busy} onClick={save}>
            {SAVE[kind === 'fix' ? 'fix' : (draft.result ?? 'none')]}
          </Button>
        </>
      }
    >
      <div class="visit">
        <div class="visit-main">
          {dossier && (
            <VisitPhotos
              shooting={shooting}
              earlier={earlierOf(dossier.photos)}
              name={kind === 'fix' ? '整改后照片' : '复查照片'}
              ready={shooting.photos.length === 0}
            />
          )}
        </div>
        <div class="visit-side">
          {dossier && <Visited finding={finding} dossier={dossier} />}
          {kind === 'recheck' && (
            <Verdict value={draft.result} onChange={(result) => change({ result })} />
          )}
          <TextArea
            label={failed ? '哪里没有改到位' : '说明（可不填）'}
            value={draft.note}
            rows={2}
            maxLength={500}
            onInput={(note) => change({ note })}
          />
          {failed && (
            <FreshDeadline
              dueAt={finding.dueAt}
              value={draft.deadline}
              now={clock}
              onChange={(deadline) => change({ deadline })}
            />
          )}
          <p class="t-second visit-kept">
            {kind === 'recheck' && <PlaceWord place={draft.place} />}
            <span>写的内容随时存在本机</span>
          </p>
        </div>
      </div>
    </Page>
  );
}

const SAVE = {
  fix: '存下，销号',
  passed: '通过，销号',
  failed: '不通过，退回整改',
  none: '存下复查',
} as const;
