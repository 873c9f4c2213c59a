/** The fields of an answer, for the page without an account and for the app alike. */
import './answer-fields.css';
import type { ComponentChildren } from 'preact';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { type ExtensionDraft, MAX_ANSWER, MAX_NAME, MAX_WHY } from './answer-draft.ts';

export function AnswerText(props: {
  readonly value: string;
  readonly onInput: (text: string) => void;
}) {
  return (
    <TextArea
      label="整改情况"
      value={props.value}
      rows={4}
      maxLength={MAX_ANSWER}
      placeholder="例如：已于11月26日更换破损地砖三块，并安排每周巡查。"
      onInput={props.onInput}
    />
  );
}

export function ExtensionFields(props: {
  readonly draft: ExtensionDraft;
  /** The first day that may be asked for. */
  readonly min: string;
  readonly onChange: (part: Partial<ExtensionDraft>) => void;
}) {
  const { draft, min, onChange } = props;
  return (
    <>
      <TextArea
        label="为什么要延期"
        value={draft.reason}
        rows={3}
        maxLength={MAX_WHY}
        placeholder="例如：更换的护栏要定制，厂家12月5日到货。"
        onInput={(reason) => onChange({ reason })}
      />
      <Field
        label="延到哪一天"
        type="date"
        min={min}
        value={draft.until}
        onInput={(until) => onChange({ until })}
      />
    </>
  );
}

export interface Signer {
  readonly byName: string;
  readonly duty: string;
  readonly phone: string;
}

export function SignerFields(props: {
  readonly signer: Signer;
  /** What need not be filled in stands behind a line, where there is little room. */
  readonly folded?: boolean;
  readonly onChange: (part: Partial<Signer>) => void;
}) {
  const { signer, onChange } = props;
  const rest = (
    <>
      <Field
        label="职务（可不填）"
        value={signer.duty}
        maxLength={MAX_NAME}
        autocomplete="off"
        onInput={(duty) => onChange({ duty })}
      />
      <Field
        label="联系电话（可不填）"
        value={signer.phone}
        maxLength={40}
        autocomplete="off"
        onInput={(phone) => onChange({ phone })}
      />
    </>
  );
  return (
    <>
      <Field
        label="签收人姓名"
        value={signer.byName}
        maxLength={MAX_NAME}
        autocomplete="off"
        onInput={(byName) => onChange({ byName })}
      />
      {props.folded ? (
        <details class="answer-folded">
          <summary>补充职务、电话（可不填）</summary>
          {rest}
        </details>
      ) : (
        rest
      )}
    </>
  );
}

/** A file by a large button; `camera` asks the phone for a fresh picture. */
export function PickButton(props: {
  readonly label: string;
  readonly icon: 'camera' | 'photo' | 'up';
  readonly accept: string;
  readonly camera?: boolean;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}) {
  return (
    <label
      class={`button button-outlined button-normal answer-pick${props.disabled ? ' answer-pick-off' : ''}`}
    >
      <input
        type="file"
        accept={props.accept}
        disabled={props.disabled}
        {...(props.camera ? { capture: 'environment' as const } : {})}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen again.
          currentTarget.value = '';
          if (file) props.onFile(file);
        }}
      />
      <Icon name={props.icon} size={22} />
      {props.label}
    </label>
  );
}

/** What has been chosen, how far it has gone, and the way to take it out again. */
export function Chosen(props: {
  readonly name: string;
  readonly more: string;
  /** 0 to 1 while it travels; null once it is there. */
  readonly part: number | null;
  readonly children?: ComponentChildren;
  readonly onRemove: (() => void) | null;
}) {
  const { name, more, part, onRemove } = props;
  return (
    <div class="answer-chosen">
      {props.children}
      <p>
        <b>{name}</b>
        <span>{more}</span>
        {part !== null && (
          <progress max={1} value={part} aria-label={`${name} 上传进度`}>
            {Math.round(part * 100)}%
          </progress>
        )}
      </p>
      {onRemove && (
        <button type="button" class="button button-plain button-normal" onClick={onRemove}>
          去掉
        </button>
      )}
    </div>
  );
}
