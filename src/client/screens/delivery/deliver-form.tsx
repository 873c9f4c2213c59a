import './delivery.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayClock } from '../../../domain/civil.ts';
import { sayNoticeName } from '../../../domain/notice-number.ts';
import { sayHandOver } from '../../../protocol/hand-over.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { MAX_WHY_CORRECTED } from '../../../protocol/rows/delivery.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { deliverNotice, dropReceiptPhotos } from '../../store/deliver.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useWorkInHand } from '../../work-in-hand.ts';
import { useNoticePaper } from '../notice/use-notice-paper.tsx';
import { deliverArgs, whatIsMissing } from './delivery-draft.ts';
import { MomentField } from './moment-field.tsx';
import { OtherwisePart } from './otherwise-part.tsx';
import { RefusedPart } from './refused-part.tsx';
import { SignedPart } from './signed-part.tsx';
import { type Drafting, useDeliveryDraft } from './use-delivery-draft.ts';

const WAYS = [
  { value: 'signed', label: '当面签收', icon: 'edit' },
  { value: 'refused', label: '拒收', icon: 'cross' },
  { value: 'otherwise', label: '其他方式', icon: 'photo' },
] as const;

export function DeliverForm({ notice }: { readonly notice: NoticeRow }) {
  const drafting = useDeliveryDraft(notice);
  useWorkInHand();
  if (!drafting)
    return (
      <Page title="送达" back={`/notices/${notice.id}`}>
        {null}
      </Page>
    );
  return <Form notice={notice} drafting={drafting} />;
}

function Form(props: { readonly notice: NoticeRow; readonly drafting: Drafting }) {
  const { notice, drafting } = props;
  const { draft, current, change } = drafting;
  const { route } = useLocation();
  const { author, db, now } = useWorkplace();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const view = useNoticePaper(notice);
  const { delivery } = notice;
  const corrects = delivery !== null;
  const name = sayNoticeName(notice.number);
  const title = view?.paper.title.join('') ?? '督查通知书';
  const back = `/notices/${notice.id}`;
  const save = async () => {
    const missing = whatIsMissing(current(), corrects);
    setTrouble(missing ?? '');
    if (missing !== null || busy) return;
    setBusy(true);
    try {
      const said = deliverArgs(notice.id, current(), corrects);
      const deed = corrects ? { ...said, reason: current().why.trim() } : said;
      const words = `${corrects ? '更正送达' : '登记送达'}：${name}`;
      const outcome = await deliverNotice(author, deed, words, current().redoes);
      if (!outcome.ok) {
        setTrouble(sayRefusal(outcome.reason, outcome.detail));
        return;
      }
      drafting.done();
      route(back, true);
      toast(`送达已存在本机 ${sayClock(now())}`);
    } catch (error) {
      console.error(error);
      setTrouble(`${StorageTrouble.of(error).message}写好的内容都在，请再试一次。`);
    } finally {
      setBusy(false);
    }
  };
  const throwAway = async () => {
    drafting.done();
    route(back, true);
    const kept = new Set(corrects ? (await photosOf(notice.id)).map((one) => one.sha256) : []);
    const taken = current().photos.map((photo) => photo.sha256);
    await dropReceiptPhotos(
      db,
      taken.filter((sha256) => !kept.has(sha256)),
    );
  };
  const photosOf = (id: string) => db.photo.where('noticeId').equals(id).toArray();
  return (
    <Page
      title={corrects ? '更正送达' : '送达'}
      facts={`${name} · ${notice.unitName}`}
      back={back}
      action={
        <>
          <div class="action-bar-words">
            {trouble !== '' && (
              <p class="deliver-trouble" role="alert">
                {trouble}
              </p>
            )}
            <Button kind="plain" onClick={throwAway}>
              不写了
            </Button>
          </div>
          <Button kind="primary" size="main" icon="check" disabled={busy} onClick={save}>
            存下送达
          </Button>
        </>
      }
    >
      <div class="deliver">
        {delivery && (
          <section class="deliver-correction" aria-label="更正">
            <p>
              已登记：{sayHandOver(delivery.how)}。更正后原来的一条留在经过里，纸上以更正后的为准。
            </p>
            <TextArea
              label="更正的理由"
              value={draft.why}
              rows={2}
              maxLength={MAX_WHY_CORRECTED}
              onInput={(why) => change({ why })}
            />
            <MomentField at={draft.at} now={now()} onChange={(at) => change({ at })} />
          </section>
        )}
        <Segmented
          label="送达方式"
          value={draft.kind}
          options={WAYS}
          onChange={(value) => {
            const way = WAYS.find((one) => one.value === value);
            if (way) change({ kind: way.value });
          }}
        />
        {draft.kind === 'signed' && (
          <SignedPart unitName={notice.unitName} title={title} name={name} drafting={drafting} />
        )}
        {draft.kind === 'refused' && <RefusedPart drafting={drafting} />}
        {draft.kind === 'otherwise' && (
          <OtherwisePart drafting={drafting} unitName={notice.unitName} corrects={corrects} />
        )}
      </div>
    </Page>
  );
}
