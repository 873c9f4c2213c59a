import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { receiptNumber } from '../../../domain/receipt-number.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { AnswerDraft, newAnswer, whatAnswerLacks } from '../../answer/answer-draft.ts';
import { AnswerText } from '../../answer/answer-fields.tsx';
import { FileSlot } from '../../answer/file-slot.tsx';
import { sendBytes } from '../../answer/send-bytes.ts';
import { useKeptDraft } from '../../answer/use-kept-draft.ts';
import { useSending } from '../../answer/use-sending.ts';
import { makeId } from '../../devices/uuid.ts';
import { dropReplyPhoto, submitReply } from '../../store/reply.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useWorkInHand } from '../../work-in-hand.ts';
import { ProblemPhotos } from '../inspection/problem-photos.tsx';
import { useAddPhotos } from '../inspection/use-add-photos.ts';
import { useOnline } from '../login/use-online.ts';
import { answerKey } from './drafts.ts';
import { NextBox } from './next-box.tsx';

const ONE_PHOTO = { photos: 1, word: '一次反馈' };
const OFFLINE = '现在没有网络，文件要联网才能传。可以先写文字、拍照片，没有网络也能提交。';

export function ReplyForm(props: { readonly finding: FindingRow; readonly paper: boolean }) {
  const { finding, paper } = props;
  const { author, db, session } = useWorkplace();
  const { route } = useLocation();
  const online = useOnline();
  useWorkInHand();
  const key = answerKey(session.accountId, finding.id);
  const { draft, current, change, done } = useKeptDraft(key, AnswerDraft, () =>
    newAnswer(makeId()),
  );
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const sender = useSending((body, onPart) => sendBytes('/api/files', body, {}, onPart));
  const photosOf = (one: AnswerDraft) => ({ photos: one.photo ? [one.photo] : [], place: null });
  const adding = useAddPhotos(
    `整改后 ${finding.pointName}`,
    () => photosOf(current()),
    (photo) => change({ photo }),
    ONE_PHOTO,
  );
  const back = `/findings/${finding.id}`;
  const removePhoto = () => {
    const { photo } = current();
    change({ photo: null });
    if (!photo) return;
    dropReplyPhoto(db, photo.sha256).catch((error: unknown) =>
      console.warn('不要的照片还在本机', error),
    );
  };
  const submit = async () => {
    const moving = sender.state.kind === 'busy' || adding.busy !== null;
    const lacks = moving ? '请等文件和照片处理完，或先去掉。' : whatAnswerLacks(current());
    setTrouble(lacks ?? '');
    if (lacks !== null || busy) return;
    setBusy(true);
    try {
      const { id, text, file, photo, redoes } = current();
      const way = paper ? ('paper' as const) : ('account' as const);
      const files = file ? [file] : [];
      const args = { id, findingId: finding.id, text: text.trim(), files, photo, way };
      const title = `${paper ? '录入书面反馈' : '反馈整改'}：${finding.text}`;
      const outcome = await submitReply(author, args, title, redoes);
      if (!outcome.ok) {
        setTrouble(sayRefusal(outcome.reason, outcome.detail));
        return;
      }
      done();
      route(back, true);
      toast(`反馈已存在本机，回执号 ${receiptNumber(id)}`);
    } catch (error) {
      console.error(error);
      setTrouble(`${StorageTrouble.of(error).message}写好的内容都在，请再试一次。`);
    } finally {
      setBusy(false);
    }
  };
  const throwAway = () => {
    removePhoto();
    done();
    route(back, true);
  };
  return (
    <Page
      title={paper ? '录入书面反馈' : '反馈整改'}
      facts={finding.pointName}
      back={back}
      action={
        <>
          <div class="action-bar-words">
            {trouble !== '' && (
              <p class="answer-trouble" role="alert">
                {trouble}
              </p>
            )}
            <Button kind="plain" onClick={throwAway}>
              不写了
            </Button>
          </div>
          <Button kind="primary" size="main" icon="check" disabled={busy} onClick={submit}>
            {paper ? '存下反馈' : '提交反馈'}
          </Button>
        </>
      }
    >
      <div class="answer-form">
        <h2 class="t-list">{finding.text}</h2>
        {paper ? (
          <p>责任单位交来的书面反馈，照录要点，附上原件的照片或扫描件。</p>
        ) : (
          <NextBox finding={finding} />
        )}
        <AnswerText value={draft.text} onInput={(text) => change({ text })} />
        <ProblemPhotos
          draft={photosOf(draft)}
          adding={adding}
          name={paper ? '原件照片' : '整改后照片'}
          onRemove={removePhoto}
        />
        <p class="t-second">
          {paper
            ? '原件拍一张，或附扫描件，可以不附。'
            : '一张就够，尽量从发现时的角度拍；可以不附。没有网络也能拍、能提交。'}
        </p>
        <FileSlot
          file={draft.file}
          sender={sender}
          onFile={(file) => change({ file })}
          closed={online ? null : OFFLINE}
        />
      </div>
    </Page>
  );
}
