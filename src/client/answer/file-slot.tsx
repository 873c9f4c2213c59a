/** The one file of an answer: chosen, on its way, there. */
import { useRef } from 'preact/hooks';
import { type SentFile, saySize, whyNotFile } from './answer-draft.ts';
import { Chosen, PickButton } from './answer-fields.tsx';
import type { Sender } from './use-sending.ts';

const ACCEPT = '.pdf,.doc,.docx,.xls,.xlsx,.jpg,.jpeg,.png';

export function FileSlot(props: {
  readonly file: SentFile | null;
  readonly sender: Sender;
  readonly onFile: (file: SentFile | null) => void;
  /** Why none can be chosen now; null where one can. */
  readonly closed?: string | null;
}) {
  const { file, sender, onFile, closed = null } = props;
  const chosen = useRef<File | null>(null);
  const { state } = sender;
  const send = async (picked: File) => {
    chosen.current = picked;
    const why = whyNotFile(picked);
    if (why !== null) {
      sender.refuse(picked.name, why);
      return;
    }
    const taken = await sender.send(picked.name, picked);
    if (taken) onFile({ ...taken, name: picked.name });
  };
  if (file) {
    return (
      <Chosen
        name={file.name}
        more={`${saySize(file.bytes)}，已上传`}
        part={null}
        onRemove={() => onFile(null)}
      />
    );
  }
  if (state.kind === 'busy') {
    return (
      <Chosen
        name={state.name}
        more={`正在上传 ${Math.round(state.part * 100)}%`}
        part={state.part}
        onRemove={sender.leave}
      />
    );
  }
  return (
    <div class="answer-slot">
      <PickButton
        label="附一个文件"
        icon="up"
        accept={ACCEPT}
        disabled={closed !== null}
        onFile={(picked) => void send(picked)}
      />
      <p class="t-small">{closed ?? 'PDF、Word、Excel 或图片，20 MB 以内，可以不附。'}</p>
      {state.kind === 'cut' && (
        <p class="field-error" role="alert">
          {state.name}：{state.message}{' '}
          {chosen.current && whyNotFile(chosen.current) === null && (
            <button
              type="button"
              class="button button-outlined button-normal"
              onClick={() => chosen.current && void send(chosen.current)}
            >
              再传一次
            </button>
          )}
        </p>
      )}
    </div>
  );
}
