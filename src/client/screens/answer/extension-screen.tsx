import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { addDays, civilDateOf, sayDateHour } from '../../../domain/civil.ts';
import { receiptNumber } from '../../../domain/receipt-number.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { ExtensionDraft, newExtension, whatExtensionLacks } from '../../answer/answer-draft.ts';
import { ExtensionFields } from '../../answer/answer-fields.tsx';
import { useKeptDraft } from '../../answer/use-kept-draft.ts';
import { makeId } from '../../devices/uuid.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useWorkInHand } from '../../work-in-hand.ts';
import './answer.css';
import { extensionKey } from './drafts.ts';
import { mayAskForTime } from './unit-calls.tsx';
import { WithFinding } from './with-finding.tsx';

/** 申请延期 by the unit's account. */
export function ExtensionScreen({ id }: { readonly id: string }) {
  const { role } = useWorkplace().session;
  return (
    <WithFinding
      id={id}
      title="申请延期"
      may={(finding) => mayAskForTime(role, finding)}
      otherwise="这个问题现在不能申请延期：已有申请在等答复，或者不用反馈。"
    >
      {(finding) => <Form key={finding.id} finding={finding} dueAt={finding.dueAt ?? 0} />}
    </WithFinding>
  );
}

function Form(props: { readonly finding: FindingRow; readonly dueAt: number }) {
  const { finding, dueAt } = props;
  const { session, mutate, now } = useWorkplace();
  const { route } = useLocation();
  useWorkInHand();
  const key = extensionKey(session.accountId, finding.id);
  const { draft, current, change, done } = useKeptDraft(key, ExtensionDraft, () =>
    newExtension(makeId()),
  );
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const back = `/findings/${finding.id}`;
  const after = civilDateOf(Math.max(dueAt, now()));
  const submit = async () => {
    const lacks = whatExtensionLacks(current(), after);
    setTrouble(lacks ?? '');
    if (lacks !== null || busy) return;
    setBusy(true);
    try {
      const { id, reason, until, redoes } = current();
      const args = { id, findingId: finding.id, reason: reason.trim(), until };
      const outcome = await mutate('extension.ask', args, `申请延期：${finding.text}`, redoes);
      if (!outcome.ok) {
        setTrouble(sayRefusal(outcome.reason, outcome.detail));
        return;
      }
      done();
      route(back, true);
      toast(`延期申请已存在本机，回执号 ${receiptNumber(id)}`);
    } catch (error) {
      console.error(error);
      setTrouble(`${StorageTrouble.of(error).message}写好的内容都在，请再试一次。`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page
      title="申请延期"
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
            <Button
              kind="plain"
              onClick={() => {
                done();
                route(back, true);
              }}
            >
              不写了
            </Button>
          </div>
          <Button kind="primary" size="main" icon="check" disabled={busy} onClick={submit}>
            提交申请
          </Button>
        </>
      }
    >
      <div class="answer-form">
        <h2 class="t-list">{finding.text}</h2>
        <p>
          现在的期限是 <b>{sayDateHour(dueAt)}</b>
          。办公室答复之前，仍按这个期限；同意后按新的期限计算。
        </p>
        <ExtensionFields draft={draft} min={addDays(after, 1)} onChange={change} />
      </div>
    </Page>
  );
}
