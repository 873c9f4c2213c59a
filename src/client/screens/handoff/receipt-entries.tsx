/** Line by line what a receipt table says and what comes of it; what needs a person stands first. */
import { type ReceiptEntry, sayEntry, saySteps } from '../../../protocol/handoff.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useMore } from '../findings/use-more.ts';

const SIGNS: Readonly<
  Record<ReceiptEntry['kind'], { icon: IconName; word: string; tone: string }>
> = {
  contradicted: { icon: 'warning', word: '有矛盾', tone: 'warn' },
  unknown: { icon: 'search', word: '不认识', tone: 'na' },
  matched: { icon: 'check', word: '相符', tone: 'ok' },
};
const ORDER = ['contradicted', 'unknown', 'matched'] as const;

export function ReceiptEntries(props: {
  readonly entries: readonly ReceiptEntry[];
  /** Null where nothing can be decided yet. */
  readonly decide: ((entry: ReceiptEntry) => void) | null;
}) {
  const { entries, decide } = props;
  const sorted = ORDER.flatMap((kind) => entries.filter((entry) => entry.kind === kind));
  const { shown, foot } = useMore(sorted.length, 'all');
  return (
    <>
      <ul class="receipt-entries">
        {sorted.slice(0, shown).map((entry) => {
          const { icon, word, tone } = SIGNS[entry.kind];
          const { said, ours, lines } = entry;
          return (
            <li key={lines[0]}>
              <span class={`receipt-sign tone-${tone}`}>
                <Icon name={icon} size={18} weight={2.6} />
                {word}
              </span>
              <span class="books-words">
                <b>{ours?.text ?? '本系统没有的问题'}</b>
                <span>
                  第 {lines.join('、')} 行 ·{' '}
                  {[ours?.pointName ?? '', said.caseNumber === '' ? '' : `案号 ${said.caseNumber}`]
                    .filter((part) => part !== '')
                    .join(' · ') ||
                    said.key ||
                    said.findingId}
                </span>
                <span class="receipt-came">{sayEntry(entry)}</span>
                {entry.kind === 'contradicted' && !entry.decision && entry.steps.length > 0 && (
                  <span>按回执办就是：{saySteps(entry)}</span>
                )}
              </span>
              {decide && entry.kind === 'contradicted' && !entry.decision && (
                <Button
                  kind="outlined"
                  label={`决定：${ours?.text ?? ''}`}
                  onClick={() => decide(entry)}
                >
                  决定
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div ref={foot} />
    </>
  );
}
