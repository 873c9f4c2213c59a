import { MOST_SOON_DAYS } from '../../../protocol/admin.ts';
import { Field } from '../../ui/field.tsx';
import type { DraftPart } from './office-draft.ts';

/** 催办和提示: in which series they are numbered, and from when on a problem is 临期. */
export function LetterSettings({ draft, set, errors }: DraftPart) {
  return (
    <fieldset class="office-part">
      <legend>催办和提示</legend>
      <Field
        label="催办文书代字"
        value={draft.letterAgency}
        onInput={(letterAgency) => set({ letterAgency })}
        maxLength={20}
        hint={sayHint('提示函、催办函、督办通知和通报', draft.letterAgency)}
        {...(errors.letterAgency ? { error: errors.letterAgency } : {})}
      />
      <Field
        label="月度提示代字"
        value={draft.monthlyAgency}
        onInput={(monthlyAgency) => set({ monthlyAgency })}
        maxLength={20}
        hint={sayHint('月度提示函', draft.monthlyAgency)}
        {...(errors.monthlyAgency ? { error: errors.monthlyAgency } : {})}
      />
      <Field
        label="临期（工作日）"
        type="number"
        value={draft.soonDays}
        onInput={(soonDays) => set({ soonDays })}
        min="1"
        max={String(MOST_SOON_DAYS)}
        required
        hint="离整改期限还有几个工作日时算临期，按放假安排数"
        {...(errors.soonDays ? { error: errors.soonDays } : {})}
      />
    </fieldset>
  );
}

function sayHint(papers: string, agency: string): string {
  const name = agency.trim();
  return name === ''
    ? `${papers}；不填就不编号`
    : `${papers}将是 ${name}〔年份〕1号，上传后由服务器依次编号`;
}
