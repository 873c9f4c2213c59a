import { useState } from 'preact/hooks';
import { sayMonth } from '../../../domain/urge.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { later } from '../../ui/later.tsx';
import type { Monthly } from './use-monthly.ts';

const LetterZip = later(async () => (await import('../letters/letter-zip.tsx')).LetterZip);

/** Which month; and all that were issued for it, taken along together. */
export function MonthlyHead(props: {
  readonly monthly: Monthly;
  readonly months: readonly string[];
  readonly onMonth: (month: string) => void;
}) {
  const { monthly, months, onMonth } = props;
  const { month, drafts, issued } = monthly;
  const [zip, setZip] = useState(false);
  return (
    <div class="urge-head">
      <span class="filter-select">
        <select
          aria-label="月份"
          value={month}
          onChange={(event) => onMonth(event.currentTarget.value)}
        >
          {months.map((one) => (
            <option key={one} value={one}>
              {sayMonth(one)}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={16} weight={2.2} />
      </span>
      {issued.length > 0 && (
        <Button kind="outlined" icon="export" onClick={() => setZip(true)}>
          打包下载 {issued.length} 份
        </Button>
      )}
      <p class="t-second urge-counts">
        待发 {drafts.length} 个单位，已发 {issued.length} 个单位
      </p>
      {zip && (
        <LetterZip
          name={`${sayMonth(month)}月度提示`}
          letters={issued}
          onClose={() => setZip(false)}
        />
      )}
    </div>
  );
}
