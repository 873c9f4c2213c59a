/** The whole checklist as one line of signs: full, triangle, taller, thin, outlined. */
import type { OpenInspection } from './use-inspection.ts';

export function ProgressStrip(props: { readonly open: OpenInspection; readonly current: string }) {
  const { checklist, inspection, tally } = props.open;
  return (
    <div class="strip" role="img" aria-label={`共 ${tally.total} 项，已答 ${tally.answered} 项`}>
      {checklist.items.map((item) => (
        <i
          key={item.id}
          class={`strip-${inspection.answers[item.id]?.verdict ?? 'open'}${item.id === props.current ? ' strip-here' : ''}`}
        />
      ))}
    </div>
  );
}
