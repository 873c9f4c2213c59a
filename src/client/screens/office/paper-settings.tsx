import { PAPER_SENTENCE } from '../../../protocol/admin.ts';
import { PAPER_FORMATS } from '../../../protocol/rows/notice-record.ts';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { DraftPart } from './office-draft.ts';

const NAMES = { document: '文件格式', letter: '信函格式' } as const;
const MEANINGS = {
  document: '红色发文机关标志，文号居中，红线在文号下面（GB/T 9704-2012 公文格式）。',
  letter: '页首发文机关名称和上下两条红线，文号在右上（GB/T 9704-2012 第10.1条）。',
} as const;

/** 公文设置: what a notice says and how it is laid out. Notices already issued stay as they are. */
export function PaperSettings({ draft, set, errors }: DraftPart) {
  return (
    <fieldset class="office-part">
      <legend>公文设置</legend>
      <p class="t-second">改动只用于以后签发的通知书，已经签发的一字不变。</p>
      <SelectField
        label="版式"
        value={draft.paperFormat}
        options={PAPER_FORMATS.map((value) => ({ value, label: NAMES[value] }))}
        onChange={(value) => {
          const paperFormat = PAPER_FORMATS.find((one) => one === value);
          if (paperFormat) set({ paperFormat });
        }}
        hint={MEANINGS[draft.paperFormat]}
      />
      <TextArea
        label="依据"
        value={draft.basis}
        onInput={(basis) => set({ basis })}
        rows={2}
        maxLength={PAPER_SENTENCE}
        hint="正文开头的一句，说明按什么安排督查，末尾不用标点"
        {...(errors.basis ? { error: errors.basis } : {})}
      />
      <TextArea
        label="整改要求结束语"
        value={draft.demand}
        onInput={(demand) => set({ demand })}
        rows={2}
        maxLength={PAPER_SENTENCE}
        hint="接在“于某年某月某日某时前”后面，连标点写全"
        {...(errors.demand ? { error: errors.demand } : {})}
      />
      <TextArea
        label="反馈要求结束语"
        value={draft.feedback}
        onInput={(feedback) => set({ feedback })}
        rows={2}
        maxLength={PAPER_SENTENCE}
        hint="写明怎样反馈；整改后照片每个问题不超过1张"
        {...(errors.feedback ? { error: errors.feedback } : {})}
      />
      <Field
        label="核验地址"
        value={draft.address}
        onInput={(address) => set({ address })}
        maxLength={200}
        placeholder="https://…"
        hint="通知书二维码指向的网址，别人用手机打开核验；可不填，不填就用平板连接服务器的地址"
        {...(errors.address ? { error: errors.address } : {})}
      />
    </fieldset>
  );
}
