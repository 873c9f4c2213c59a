/** 移交数字城管: one problem from its own screen, or several that were picked; works without the network. */
import './hand-off-dialog.css';
import { useState } from 'preact/hooks';
import { sayCode } from '../../../domain/city-code.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { CodeField } from './code-field.tsx';
import { useCodes } from './use-codes.ts';
import { type HandOffRedo, useHandingOff } from './use-handing-off.ts';
import { useSuggestions } from './use-suggestions.ts';

export interface HandOffDialogProps {
  readonly open: boolean;
  /** Those whose life allows it. */
  readonly findings: readonly FindingRow[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
  readonly redo?: HandOffRedo | null;
}

export function HandOffDialog(props: HandOffDialogProps) {
  const { open, findings } = props;
  // What was chosen is forgotten with the dialog.
  if (!open || findings.length === 0) return null;
  return <Opened {...props} />;
}

function Opened(props: HandOffDialogProps) {
  const { findings, onClose, redo = null } = props;
  const table = useCodes();
  const suggested = useSuggestions(findings, table ?? null);
  const form = useHandingOff(findings, suggested ?? new Map(), redo);
  const [changing, setChanging] = useState<string | null>(null);
  // One picker at a time: the one that was asked for, else the first that still needs a code.
  const needed = findings.find((finding) => form.codeOf(finding).code === '')?.id ?? null;
  const picking = changing ?? needed;
  const many = findings.length > 1;
  const noticed = findings.filter(({ noticeId }) => noticeId !== null).length;
  const submit = async () => {
    const done = await form.handOff();
    if (done === 0) return;
    toast(many ? `已移交 ${done} 个问题，待导出给数字城管` : '已移交，待导出给数字城管');
    if (done === findings.length) {
      onClose();
      props.onDone?.();
    }
  };
  return (
    <Dialog
      title={many ? `移交数字城管：${findings.length} 个问题` : '移交数字城管'}
      look="sheet"
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="primary" disabled={form.busy || table === undefined} onClick={submit}>
            {many ? `移交 ${findings.length} 个` : '移交'}
          </Button>
        </>
      }
    >
      <p>
        移交后不再列入通知书，也不计期限；平台结案就销号，不予立案就回到原来的办理。
        {noticed > 0 &&
          (many
            ? `其中 ${noticed} 个已在通知书上，责任单位不用再反馈。`
            : '它已在通知书上，责任单位不用再反馈。')}
      </p>
      {form.trouble !== '' && (
        <p class="field-error" role="alert">
          {form.trouble}
        </p>
      )}
      <ul class="hand-offs">
        {findings.map((finding) => {
          const code = form.codeOf(finding);
          const error = form.errors.get(finding.id) ?? '';
          const field = (
            <CodeField
              table={table ?? null}
              suggested={suggested?.get(finding.id) ?? null}
              value={code}
              error={error}
              onChange={(next) => {
                form.choose(finding, next);
                if (table && table.codes.length > 0) setChanging(null);
              }}
            />
          );
          const shut = many && picking !== finding.id;
          return (
            <li key={finding.id}>
              <p>
                <b>{finding.text}</b>
                <span class="t-second">{finding.pointName}</span>
              </p>
              {table === undefined ? null : shut ? (
                <button
                  type="button"
                  class={code.code === '' ? 'hand-off-code open' : 'hand-off-code'}
                  aria-label={`${code.code === '' ? '选' : '换'}编码：${finding.text}`}
                  onClick={() => setChanging(finding.id)}
                >
                  <b>{code.code === '' ? '还没有选编码' : sayCode(code.code, code.name)}</b>
                  <span>{code.code === '' ? '选编码' : '换一个'}</span>
                </button>
              ) : (
                field
              )}
              {error !== '' && (shut || (table && code.code !== '')) && (
                <p class="field-error" role="alert">
                  {error}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <TextArea
        label="给平台的备注（可不填）"
        value={form.note}
        rows={2}
        maxLength={500}
        onInput={form.setNote}
      />
    </Dialog>
  );
}
