/** The honest light at the top right of every screen; the whole box opens 同步. */
import './custody-light.css';
import { syncStatus } from '../workplace.ts';
import { lightWords } from './custody-words.ts';
import { Icon } from './icon.tsx';
import { useCustody } from './use-custody.ts';

export function CustodyLight() {
  const held = useCustody();
  // The store answers in a moment; a light that guesses meanwhile would not be honest.
  if (!held) return <div class="custody" aria-hidden="true" />;
  const words = lightWords(held, syncStatus.value);
  const share = held.saved === 0 ? 1 : held.accepted / held.saved;
  const sent = held.waiting === 0 ? 1 : share;
  const fills = [held.saved > 0 || held.allAccepted ? 1 : 0, sent, share, words.filled ? 1 : 0];
  return (
    <a class={`custody tone-${words.tone}`} href="/sync">
      <span class={`lamp${words.filled ? ' lamp-filled' : ''}`}>
        <Icon name={words.icon} size={18} weight={2.6} />
      </span>
      <span class="custody-words">
        <b class="custody-long">{words.first}</b>
        <span class="custody-long">{words.second}</span>
        <b class="custody-short">{words.shortFirst}</b>
        <span class="custody-short">{words.shortSecond}</span>
      </span>
      <Icon name="chevron-right" size={16} weight={2} />
      <span class="custody-track">
        {fills.map((fill, nth) => (
          <span key={nth}>
            <i style={{ width: `${Math.round(fill * 100)}%` }} />
          </span>
        ))}
      </span>
    </a>
  );
}
