/** The bar under a checklist: how far, what next, and the end. */
import { sayVerdict, VERDICTS } from '../../../domain/answer.ts';
import { Button } from '../../ui/button.tsx';
import { usePhone } from '../../ui/use-media.ts';
import { VERDICT_TONES, VerdictSign } from '../../ui/verdict-sign.tsx';
import { ProgressStrip } from './progress-strip.tsx';
import type { OpenInspection } from './use-inspection.ts';

export function ActionFoot(props: {
  readonly open: OpenInspection;
  readonly current: string;
  /** Place (from 1) of the next item without an answer; null with none. */
  readonly next: number | null;
  readonly onNext: () => void;
  readonly onRecord: () => void;
  readonly onFinish: () => void;
}) {
  const { open, current, next, onNext, onRecord, onFinish } = props;
  const { tally } = open;
  const left = tally.total - tally.answered;
  const phone = usePhone();
  return (
    <div class="foot">
      <div class="foot-count">
        <p>
          <b class="t-number">{tally.answered}</b> / {tally.total} 项已答
        </p>
        <p class="foot-tally">
          {VERDICTS.map((verdict) => (
            <span key={verdict} class={`tone-${VERDICT_TONES[verdict]}`}>
              <VerdictSign verdict={verdict} size={16} />
              <span class="unseen">{sayVerdict(verdict)}</span>
              <b>{tally.by[verdict]}</b>
            </span>
          ))}
        </p>
      </div>
      <ProgressStrip open={open} current={current} />
      <div class="foot-buttons">
        <Button
          kind="outlined"
          icon="flag"
          size="main"
          onClick={onRecord}
          {...(phone ? { label: '登记问题' } : {})}
        >
          {phone ? undefined : '登记问题'}
        </Button>
        {next !== null && (
          <Button
            kind="outlined"
            size="main"
            label={`下一未答 第 ${next} 项`}
            onClick={onNext}
            {...(phone ? {} : { iconEnd: 'chevron-down' })}
          >
            下一未答 <span class={phone ? 'button-sub' : ''}>第 {next} 项</span>
          </Button>
        )}
        <Button
          kind={left === 0 ? 'primary' : 'outlined'}
          size="main"
          label="完成检查"
          onClick={onFinish}
        >
          完成检查
          {left > 0 && <span class="button-sub">还有 {left} 项</span>}
        </Button>
      </div>
    </div>
  );
}
