import { useState } from 'preact/hooks';
import { OfficeAnswer } from '../../../protocol/admin.ts';
import type { OfficeRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ask } from './ask.ts';
import { LetterSettings } from './letter-settings.tsx';
import { NumberSettings } from './number-settings.tsx';
import { draftOf, errorsIn, type OfficeDraft, patchOf } from './office-draft.ts';
import { PaperSettings } from './paper-settings.tsx';

/** What the paper and the map take from the office. */
export function SettingsForm({ office }: { readonly office: OfficeRow }) {
  const { wake } = useWorkplace();
  const [draft, setDraft] = useState<OfficeDraft>(() => draftOf(office));
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<OfficeDraft>) => setDraft({ ...draft, ...part });
  const errors = errorsIn(draft);
  const part = { office, draft, set, errors };
  const save = async (event: Event) => {
    event.preventDefault();
    if (Object.keys(errors).length > 0) {
      setTrouble('有的内容填得不对，请看上面标出的几处。');
      return;
    }
    setBusy(true);
    const json = patchOf(draft);
    const answer = await ask('/api/office', OfficeAnswer, { method: 'PATCH', json });
    setBusy(false);
    setTrouble(answer.ok ? '' : answer.message);
    if (!answer.ok) return;
    setDraft(draftOf(answer.value.office));
    wake();
    toast('设置已保存，各平板下次同步时生效');
  };
  return (
    <form class="office-form" onSubmit={save}>
      <Field
        label="单位名称"
        value={draft.name}
        onInput={(name) => set({ name })}
        maxLength={60}
        required
        hint="印在通知书的红头和落款"
      />
      <NumberSettings {...part} />
      <Field
        label="联系人"
        value={draft.contact}
        onInput={(contact) => set({ contact })}
        maxLength={40}
        hint="印在通知书的反馈要求里，可不填"
      />
      <Field
        label="联系电话"
        value={draft.phone}
        onInput={(phone) => set({ phone })}
        maxLength={40}
        hint="可不填"
      />
      <Field
        label="下班时间"
        type="number"
        value={draft.closeHour}
        onInput={(closeHour) => set({ closeHour })}
        min="1"
        max="23"
        required
        hint="整改期限到最后一天的这个钟点为止"
        {...(errors.closeHour ? { error: errors.closeHour } : {})}
      />
      <PaperSettings {...part} />
      <LetterSettings {...part} />
      <Field
        label="底图地址"
        type="text"
        value={draft.tileUrl}
        onInput={(tileUrl) => set({ tileUrl })}
        maxLength={500}
        placeholder="https://…/{z}/{x}/{y}.png"
        hint="可不填；没有底图，地图也能用"
      />
      <Field
        label="底图出处"
        value={draft.tileAttribution}
        onInput={(tileAttribution) => set({ tileAttribution })}
        maxLength={200}
        hint="显示在地图角上，按底图提供者的要求写"
      />
      {trouble !== '' && (
        <p class="office-trouble" role="alert">
          {trouble}
        </p>
      )}
      <div class="office-actions">
        <Button kind="primary" size="main" type="submit" disabled={busy}>
          保存设置
        </Button>
      </div>
    </form>
  );
}
