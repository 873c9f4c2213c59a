/** Four big answers in the thumb's reach; the chosen one is filled, a second tap takes it back. */
import './answers.css';
import { useRef } from 'preact/hooks';
import { sayVerdict, VERDICTS, type Verdict } from '../../../domain/answer.ts';
import { VERDICT_TONES, VerdictSign } from '../../ui/verdict-sign.tsx';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

export function Answers(props: {
  /** The item's text names the group. */
  readonly label: string;
  readonly chosen: Verdict | null;
  readonly readOnly: boolean;
  readonly onChoose: (verdict: Verdict) => void;
}) {
  const { label, chosen, readOnly, onChoose } = props;
  const group = useRef<HTMLDivElement>(null);
  const reached = chosen ?? 'met';
  // Arrows move and the space bar chooses: passing over 不符合 must not open a problem.
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const radios = [...(group.current?.querySelectorAll('button') ?? [])];
    const at = radios.findIndex((radio) => radio.matches(':focus'));
    if (at < 0) return;
    event.preventDefault();
    radios[(at + step + radios.length) % radios.length]?.focus();
  };
  return (
    <div
      class={`answers${chosen ? ' answers-given' : ''}`}
      role="radiogroup"
      aria-label={label}
      ref={group}
      onKeyDown={move}
    >
      {VERDICTS.map((verdict) => (
        <button
          key={verdict}
          class={`answer answer-${verdict} tone-${VERDICT_TONES[verdict]}`}
          type="button"
          role="radio"
          aria-checked={verdict === chosen}
          aria-disabled={readOnly || undefined}
          tabIndex={verdict === reached ? 0 : -1}
          onClick={() => {
            if (!readOnly) onChoose(verdict);
          }}
        >
          <VerdictSign verdict={verdict} size={22} />
          {sayVerdict(verdict)}
        </button>
      ))}
    </div>
  );
}
