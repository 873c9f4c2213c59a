import { NUMBERINGS } from '../../../domain/lease-lapse.ts';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { DraftPart } from './office-draft.ts';

const NAMES = { segments: '号段领用', central: '统一编号' } as const;
const MEANINGS = {
  segments: '每台平板先领几个号，没有网络也能当场开出带文号的通知书；登记簿记明谁领了哪些号。',
  central: '平板不领号，通知书先写“编号待定”，上传后由服务器依次编号，登记簿里没有领而未用的号。',
} as const;

/** 机关代字 and 编号方式, and what a change of them does to what is lent. */
export function NumberSettings({ office, draft, set }: DraftPart) {
  const agency = draft.agency.trim();
  const closing = agency !== office.agency || draft.numbering !== office.numbering;
  return (
    <>
      <Field
        label="机关代字"
        value={draft.agency}
        onInput={(value) => set({ agency: value })}
        maxLength={20}
        required
        hint={`文号将是 ${agency}〔年份〕1号`}
      />
      <SelectField
        label="编号方式"
        value={draft.numbering}
        options={NUMBERINGS.map((value) => ({ value, label: NAMES[value] }))}
        onChange={(value) => {
          const numbering = NUMBERINGS.find((one) => one === value);
          if (numbering) set({ numbering });
        }}
        hint={MEANINGS[draft.numbering]}
      />
      {closing && (
        <p class="office-note" role="status">
          {agency !== office.agency && `新的代字单独编号，从没用过的话由 1 号起。`}
          {(agency !== office.agency || draft.numbering === 'central') &&
            '各平板已领未用的号，等平板联网知道了这次改动、没有未传的内容，系统就收回并记在登记簿里；已经写在纸上的号照旧有效。'}
        </p>
      )}
    </>
  );
}
