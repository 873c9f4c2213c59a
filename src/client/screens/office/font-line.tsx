import { useState } from 'preact/hooks';
import { countCovered } from '../../../document/font-metrics.ts';
import type { FontMetrics } from '../../../protocol/fonts.ts';
import { FontRow } from '../../../protocol/rows/paper.ts';
import { familyOf } from '../../fonts/font-faces.ts';
import { sayFontSize } from '../../fonts/font-progress.ts';
import { metricsIn } from '../../fonts/fonts-in-force.ts';
import { Button } from '../../ui/button.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ask } from './ask.ts';
import { useFontSample } from './use-font-sample.ts';

const SAMPLE = '关于对督查发现问题限期整改的通知〔2026〕12号';

/** One font: its place, what it is, and a line drawn in it. */
export function FontLine(props: {
  readonly nth: number;
  readonly font: {
    readonly sha256: string;
    readonly name: string;
    readonly bytes: number;
    readonly metrics: FontMetrics | string;
  };
  /** The office's row; null for a font of the box, which stays where it is. */
  readonly own: FontRow | null;
  readonly onRemove?: () => void;
}) {
  const { nth, font, own, onRemove } = props;
  const { wake } = useWorkplace();
  const [trouble, setTrouble] = useState('');
  const there = useFontSample(font);
  const putFirst = async () => {
    if (!own) return;
    const answer = await ask(`/api/office/fonts/${own.id}`, FontRow, {
      method: 'PATCH',
      json: { place: 'first' },
    });
    setTrouble(answer.ok ? '' : answer.message);
    if (answer.ok) wake();
  };
  return (
    <li class="font-line">
      <span class="font-place" aria-hidden="true">
        {nth}
      </span>
      <div class="font-words">
        <p class="t-strong">{font.name}</p>
        <p class="t-second">
          {own ? '本单位上传' : '随程序提供'} · {sayFontSize(font.bytes)} ·{' '}
          {countOf(font.metrics).toLocaleString('zh-CN')} 字
        </p>
        <p
          class="font-sample"
          style={there ? { fontFamily: `${familyOf(font.sha256)}, serif` } : {}}
        >
          {there === false ? '字样要联网才能显示' : SAMPLE}
        </p>
        {trouble !== '' && (
          <p class="office-trouble" role="alert">
            {trouble}
          </p>
        )}
      </div>
      {own && (
        <div class="font-acts">
          {own.rank > 0 && (
            <Button
              kind="outlined"
              size="small"
              icon="chevron-up"
              label={`把 ${font.name} 排到最前`}
              onClick={putFirst}
            >
              排到最前
            </Button>
          )}
          <Button
            kind="outlined"
            size="small"
            label={`停用 ${font.name}`}
            {...(onRemove ? { onClick: onRemove } : {})}
          >
            停用
          </Button>
        </div>
      )}
    </li>
  );
}

/** Zero for a row that only a later version of the program can read. */
function countOf(metrics: FontMetrics | string): number {
  const read = typeof metrics === 'string' ? metricsIn(metrics) : metrics;
  return read ? countCovered(read) : 0;
}
