/** One kind of table that the office imports as a file: what it is, what is there, and what came of it. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Answer, ask } from './ask.ts';
import { ImportFaults } from './import-faults.tsx';

export const TABLE_FILES = '.xlsx,.csv,.tsv,.txt';

export function TableImport<Report>(props: {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly schema: z.ZodMiniType<Report>;
  readonly facts: string;
  readonly columns: string;
  readonly note: string;
  readonly say: (report: Report) => string;
  readonly onTaken: () => void;
  readonly more?: ComponentChildren;
}) {
  const { id, name, path, schema } = props;
  const input = useRef<HTMLInputElement>(null);
  const [fileName, setFileName] = useState('');
  const [answer, setAnswer] = useState<Answer<Report> | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    setBusy(true);
    setFileName(file.name);
    setAnswer(null);
    const next = await ask(path, schema, { method: 'POST', file });
    setBusy(false);
    setAnswer(next);
    if (next.ok) props.onTaken();
  };
  return (
    <section class="import" aria-labelledby={`import-${id}`}>
      <div class="import-head">
        <h2 id={`import-${id}`} class="t-strong">
          {name}
        </h2>
        <p class="t-second">{props.facts}</p>
        <input
          ref={input}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-hidden="true"
          accept={TABLE_FILES}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void take(file);
          }}
        />
        {props.more}
        <Button
          kind="outlined"
          icon="up"
          label={`导入${name}`}
          disabled={busy}
          onClick={() => input.current?.click()}
        >
          {busy ? '正在导入' : '选文件导入'}
        </Button>
      </div>
      <p>{props.note}</p>
      <p class="t-small import-columns">列：{props.columns}</p>
      {answer?.ok && (
        <p class="import-done" role="status">
          <Icon name="check" size={20} weight={2.6} />
          {fileName}：{props.say(answer.value)}
        </p>
      )}
      {answer?.ok === false && <ImportFaults answer={answer} fileName={fileName} />}
    </section>
  );
}
