/** How far the fonts of papers have come onto this device, and what there is to do about it. */
import './font-progress.css';
import {
  askForFonts,
  type FontProgress,
  fontProgress,
  sayFontProgress,
} from '../fonts/font-progress.ts';
import { Button } from './button.tsx';
import { fullStop } from './full-stop.ts';

export function FontProgressLine() {
  const progress = fontProgress.value;
  const { phase, fonts, bytes, bytesHere } = progress;
  const words = sayPhase(progress);
  const asks = phase === 'wifi' || phase === 'failed';
  return (
    <div class="font-progress">
      <p class="font-progress-line">
        <span>公文字体 {sayFontProgress(progress)}</span>
        {words !== '' && (
          <span class="t-second" role="status">
            {words}
          </span>
        )}
      </p>
      {fonts > 0 && phase !== 'complete' && (
        <FontBar value={bytesHere} max={bytes} label="公文字体下载进度" />
      )}
      {asks && (
        <Button kind="outlined" size="small" icon="sync" onClick={askForFonts}>
          {phase === 'wifi' ? '现在就下载' : '再下载'}
        </Button>
      )}
    </div>
  );
}

export function FontBar(props: {
  readonly value: number;
  readonly max: number;
  readonly label: string;
}) {
  const { value, max, label } = props;
  return <progress class="font-bar" max={max} value={value} aria-label={label} />;
}

function sayPhase({ phase, trouble }: FontProgress): string {
  switch (phase) {
    case 'downloading':
      return '正在下载，可以离开此页';
    case 'waiting':
      return '联网并同步好后自动下载';
    case 'wifi':
      return '现在不是无线网，等到无线网再下载';
    case 'failed':
      return fullStop(trouble);
    case 'complete':
      return '都在本机，离线也能用';
    case 'unknown':
      return '';
  }
}
