/** 当面签收: the tablet is turned to the receiver, who reads one sentence and signs. */
import { Field } from '../../ui/field.tsx';
import { SignatureField } from './signature-field.tsx';
import type { Drafting } from './use-delivery-draft.ts';

export function SignedPart(props: {
  readonly unitName: string;
  /** Of the paper. */
  readonly title: string;
  /** Its number, or 编号待定. */
  readonly name: string;
  readonly drafting: Drafting;
}) {
  const { unitName, title, name, drafting } = props;
  const { draft, change } = drafting;
  return (
    <>
      <div class="deliver-pair deliver-pair-tight">
        <Field
          label="收件人姓名"
          value={draft.receiver}
          maxLength={60}
          autocomplete="off"
          onInput={(receiver) => change({ receiver })}
        />
        <Field
          label="职务（可不填）"
          value={draft.duty}
          maxLength={60}
          autocomplete="off"
          onInput={(duty) => change({ duty })}
        />
      </div>
      <p class="deliver-declares">
        本人代表 <b>{unitName}</b> 收到《{title}》<span>（{name}）。</span>
      </p>
      <SignatureField
        label="收件人签名"
        value={draft.signature}
        onChange={(signature) => change({ signature })}
      />
    </>
  );
}
