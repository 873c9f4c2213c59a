/** 通过 or 不通过: two big buttons with their signs, in the thumb's reach. */
import './visit.css';
import { Icon } from '../../ui/icon.tsx';

const RESULTS = [
  { value: 'passed', tone: 'ok', icon: 'check', words: '通过', after: '销号' },
  { value: 'failed', tone: 'bad', icon: 'cross', words: '不通过', after: '退回整改' },
] as const;
type Result = (typeof RESULTS)[number]['value'];

export function Verdict(props: {
  readonly value: Result | null;
  readonly onChange: (value: Result) => void;
}) {
  return (
    <div class="recheck-verdict" role="group" aria-label="复查结果">
      {RESULTS.map(({ value, tone, icon, words, after }) => (
        <button
          key={value}
          type="button"
          class={`tone-${tone}`}
          aria-pressed={props.value === value}
          onClick={() => props.onChange(value)}
        >
          <Icon name={icon} size={26} weight={3} />
          <span>
            <b>{words}</b>
            <small>{after}</small>
          </span>
        </button>
      ))}
    </div>
  );
}
