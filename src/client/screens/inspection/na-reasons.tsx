import { NA_REASONS } from '../../../domain/answer.ts';
import type { NaReason } from '../../store/answers.ts';

/** Why an item does not apply; the answer stands once a reason is chosen. */
export function NaReasons(props: {
  readonly chosen: string | null;
  readonly onChoose: (reason: Exclude<NaReason, null>) => void;
}) {
  return (
    <div class="na-reasons" role="group" aria-label="不适用的理由">
      <p class="t-second">{props.chosen === null ? '选择不适用的理由' : '不适用的理由'}</p>
      {NA_REASONS.map((reason) => (
        <button
          key={reason}
          type="button"
          aria-pressed={reason === props.chosen}
          onClick={() => props.onChoose(reason)}
        >
          {reason}
        </button>
      ))}
    </div>
  );
}
