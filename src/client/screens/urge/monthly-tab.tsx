/** 月度提示: all units' prompts of a month as drafts, each reviewed, issued together. */
import { useLocation } from 'preact-iso';
import { monthsUpTo } from '../../../domain/monthly.ts';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { Empty } from '../../ui/empty.tsx';
import { Pane } from '../../ui/pane.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useNow } from '../../ui/use-now.ts';
import { MonthlyFoot } from './monthly-foot.tsx';
import { MonthlyHead } from './monthly-head.tsx';
import { MonthlyList } from './monthly-list.tsx';
import { MonthlyPaper } from './monthly-paper.tsx';
import { useMonthly } from './use-monthly.ts';

const MONTHS = 12;

export function MonthlyTab(props: {
  readonly letters: readonly LetterRow[];
  readonly mayIssue: boolean;
}) {
  const { query } = useLocation();
  const months = monthsUpTo(useNow(), MONTHS);
  const month = months.find((one) => one === query.month) ?? months[0] ?? '';
  return <Month key={month} month={month} months={months} {...props} />;
}

function Month(props: {
  readonly month: string;
  readonly months: readonly string[];
  readonly letters: readonly LetterRow[];
  readonly mayIssue: boolean;
}) {
  const { month, months, letters, mayIssue } = props;
  const { query, route } = useLocation();
  const wide = useMedia('(min-width: 960px)');
  const monthly = useMonthly(month, letters);
  if (!monthly) return null;
  const place = (unit?: string) =>
    `/urge?tab=monthly&month=${month}${unit === undefined ? '' : `&unit=${unit}`}`;
  const draft = monthly.drafts.find(({ unitId }) => unitId === query.unit);
  const foot =
    mayIssue && monthly.drafts.length > 0 ? <MonthlyFoot monthly={monthly} /> : undefined;
  return (
    <div class="urge-panes">
      {(wide || !draft) && (
        <Pane
          label="各单位的月度提示"
          width={wide ? 'list' : 'fill'}
          head={
            <MonthlyHead
              monthly={monthly}
              months={months}
              onMonth={(next) => route(`/urge?tab=monthly&month=${next}`, true)}
            />
          }
          {...(foot ? { foot } : {})}
        >
          <MonthlyList
            monthly={monthly}
            chosen={draft?.unitId ?? null}
            mayIssue={mayIssue}
            placeOf={place}
          />
        </Pane>
      )}
      {(wide || draft) && (
        <Pane label="纸样预览" ground="sunk">
          {draft ? (
            <MonthlyPaper
              key={draft.unitId}
              draft={draft}
              monthly={monthly}
              mayEdit={mayIssue}
              back={wide ? null : place()}
            />
          ) : (
            monthly.drafts.length > 0 && (
              <Empty icon="notice" text="在左边选一个单位，这里看它的提示函。" />
            )
          )}
        </Pane>
      )}
    </div>
  );
}
