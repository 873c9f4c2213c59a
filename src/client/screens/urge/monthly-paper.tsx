/** One unit's prompt as it will look, and its last words. */
import { useMemo } from 'preact/hooks';
import { letterPaper } from '../../../document/letter-paper.ts';
import { civilDateOf } from '../../../domain/civil.ts';
import { TEMPLATE_EDITION } from '../../../domain/template-edition.ts';
import { PAPER_SENTENCE } from '../../../protocol/admin.ts';
import { recordLetter } from '../../../protocol/letter-record.ts';
import { NO_FONTS } from '../../../protocol/rows/notice-record.ts';
import { databaseSource } from '../../store/database-source.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useOffice } from '../../ui/use-office.ts';
import { PaperView } from '../notice/paper-view.tsx';
import type { MonthlyDraft } from './monthly-drafts.ts';
import type { Monthly } from './use-monthly.ts';

export function MonthlyPaper(props: {
  readonly draft: MonthlyDraft;
  readonly monthly: Monthly;
  readonly mayEdit: boolean;
  /** Where the list is, on a phone; null where it stands beside this. */
  readonly back: string | null;
}) {
  const { draft, monthly, mayEdit, back } = props;
  const closing = monthly.closingOf(draft.unitId);
  const paper = useDraftPaper(draft, monthly, closing);
  return (
    <div class="monthly-paper">
      <div class="monthly-words">
        {back !== null && (
          <Button kind="outlined" icon="back" href={back}>
            返回清单
          </Button>
        )}
        {mayEdit && (
          <TextArea
            label="结束语"
            value={closing}
            onInput={(words) => monthly.say(draft.unitId, words)}
            rows={2}
            maxLength={PAPER_SENTENCE}
            hint="可不填，不填用模板里的结束语"
          />
        )}
      </div>
      {paper && (
        <PaperView
          paper={paper}
          fonts={null}
          words={
            <>
              <b>预览</b> 未签发
            </>
          }
        />
      )}
    </div>
  );
}

function useDraftPaper(draft: MonthlyDraft, monthly: Monthly, closing: string) {
  const office = useOffice();
  const unit = useUnitsById().get(draft.unitId);
  const { month, now } = monthly;
  const facts = useLive(
    async (db) => {
      if (!office || !unit) return undefined;
      return recordLetter(databaseSource(db), {
        kind: 'monthly',
        edition: TEMPLATE_EDITION,
        fonts: NO_FONTS,
        office,
        unit,
        month,
        findingIds: draft.findingIds,
        issuedAt: now,
        dueAt: null,
        closing,
        frequent: [...draft.frequent],
      });
    },
    // The day, not the minute: the paper shows no more.
    [office, unit, month, draft.findingIds.join(), draft.frequent, civilDateOf(now), closing],
  );
  const pending = (office?.monthlyAgency ?? '') !== '';
  return useMemo(
    () =>
      facts &&
      letterPaper({ kind: 'monthly', facts, number: null, pending, standing: { kind: 'draft' } }),
    [facts, pending],
  );
}
