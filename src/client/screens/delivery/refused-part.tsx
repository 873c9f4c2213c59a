/** 拒收: the paper is left there before a witness (留置送达). */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { SignatureField } from './signature-field.tsx';
import type { Drafting } from './use-delivery-draft.ts';

const USUAL = ['负责人不在，无人签收', '对问题有异议，拒绝签收', '不说明理由，拒绝签收'];

export function RefusedPart({ drafting }: { readonly drafting: Drafting }) {
  const { draft, change } = drafting;
  const [signs, setSigns] = useState(draft.witnessSignature !== null);
  return (
    <>
      <p class="deliver-note">
        通知书留置在受送达单位，由见证人证明。留置送达后，整改期限照常起算，问题仍为“已交办”。
      </p>
      <div class="deliver-usual" role="group" aria-label="常见事由">
        {USUAL.map((words) => (
          <Button key={words} kind="outlined" onClick={() => change({ reason: words })}>
            {words}
          </Button>
        ))}
      </div>
      <TextArea
        label="拒收事由"
        value={draft.reason}
        rows={2}
        maxLength={300}
        onInput={(reason) => change({ reason })}
      />
      <div class="deliver-pair">
        <Field
          label="见证人姓名"
          value={draft.witness}
          maxLength={60}
          autocomplete="off"
          onInput={(witness) => change({ witness })}
        />
        <Field
          label="见证人单位、职务（可不填）"
          value={draft.witnessDuty}
          maxLength={60}
          autocomplete="off"
          onInput={(witnessDuty) => change({ witnessDuty })}
        />
      </div>
      {signs ? (
        <SignatureField
          label="见证人签名"
          value={draft.witnessSignature}
          onChange={(witnessSignature) => change({ witnessSignature })}
        />
      ) : (
        <div>
          <Button kind="outlined" icon="edit" onClick={() => setSigns(true)}>
            见证人签名（可不签）
          </Button>
        </div>
      )}
    </>
  );
}
