/** 历次检查: one column an item, one row a visit; a repeated ✕ is read downwards. */
import { civilDateOf, sayShortDate } from '../../../domain/civil.ts';
import type { ChecklistRow } from '../../../protocol/rows/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { VerdictCell } from '../../ui/verdict-cell.tsx';
import { repeatedUnmet, type Visit } from './visits.ts';

/** Older visits are in the office's records; here they would only push the rest off the screen. */
const SHOWN = 4;

export function HistoryStrip(props: {
  readonly visits: readonly Visit[];
  readonly checklist: ChecklistRow | undefined;
}) {
  const { visits, checklist } = props;
  if (!checklist) return null;
  const repeated = repeatedUnmet(visits, checklist);
  return (
    <section>
      <header class="passport-section">
        <h3 class="t-strong">历次检查</h3>
        {visits.length > 0 && <span class="t-second">每格一项，竖看同一项</span>}
      </header>
      {visits.length === 0 ? (
        <p class="passport-none">还没有检查过。清单共 {checklist.items.length} 项。</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reachable by keyboard.
        <div class="history" role="region" aria-label="历次检查" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <td />
                {checklist.items.map((item, nth) => (
                  <th key={item.id} scope="col" aria-label={`第 ${nth + 1} 项 ${item.text}`}>
                    {nth + 1}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {visits.slice(0, SHOWN).map((visit) => (
                <VisitRow key={visit.inspection.id} visit={visit} checklist={checklist} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {repeated.map((nth) => (
        <p key={nth} class="history-word">
          <Icon name="undo" size={18} weight={2.2} />
          <span>
            第 <b>{nth}</b> 项“{checklist.items[nth - 1]?.text}”连续两次不符合，请重点复看。
          </span>
        </p>
      ))}
    </section>
  );
}

function VisitRow(props: { readonly visit: Visit; readonly checklist: ChecklistRow }) {
  const { visit, checklist } = props;
  const { inspection, roundName } = visit;
  const unmet = Object.values(inspection.answers).filter((answer) => answer.verdict === 'unmet');
  const left = checklist.items.length - Object.keys(inspection.answers).length;
  return (
    <tr>
      <th scope="row">
        <a href={`/inspections/${inspection.id}`}>
          <b>{roundName.replace(/^\d{4}年/, '') || '检查'}</b>{' '}
          {sayShortDate(civilDateOf(inspection.startedAt))}
        </a>
      </th>
      {checklist.items.map((item) => (
        <td key={item.id}>
          <VerdictCell verdict={inspection.answers[item.id]?.verdict} />
        </td>
      ))}
      <td class="history-end">
        {inspection.finishedAt === null ? (
          `${left} 项待查`
        ) : (
          <>
            不符合 <b>{unmet.length}</b>
          </>
        )}
      </td>
    </tr>
  );
}
