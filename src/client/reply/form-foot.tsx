/** What stands under each form of the page: who answers, what is missing, and the two buttons. */
import { MAX_NAME } from '../answer/answer-draft.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { useAct } from './use-act.ts';

export function FormFoot(props: {
  readonly act: ReturnType<typeof useAct>;
  readonly give: string;
  readonly onGive: () => Promise<void>;
  readonly onLeave: () => void;
  readonly note: string;
}) {
  const { act, give, onGive, onLeave, note } = props;
  return (
    <>
      <Field
        label="您的姓名"
        value={act.byName}
        maxLength={MAX_NAME}
        autocomplete="off"
        onInput={act.setByName}
      />
      {act.trouble !== '' && (
        <p class="reply-trouble" role="alert">
          {act.trouble}
        </p>
      )}
      <div class="reply-acts">
        <Button kind="primary" size="main" disabled={act.busy} onClick={() => void onGive()}>
          {act.busy ? '正在提交…' : give}
        </Button>
        <Button kind="outlined" size="main" onClick={onLeave}>
          先放着
        </Button>
      </div>
      <p class="reply-small">{note}</p>
    </>
  );
}
