/** How far the group is: 已查, 进行中 (hatched) and 未查 in one bar to scale. */
import type { ProgressCounts } from './today-groups.ts';

export function RoundProgress(props: { readonly label: string; readonly counts: ProgressCounts }) {
  const { label, counts } = props;
  const share = (count: number) => `${counts.all === 0 ? 0 : (count / counts.all) * 100}%`;
  return (
    <div class="round-progress">
      <p>
        <span>{label}</span>
        <span>
          已查 <b class="t-number">{counts.done}</b> <span class="round-of">/ {counts.all}</span>
        </span>
      </p>
      <div class="round-bar" aria-hidden="true">
        <i class="round-done" style={{ width: share(counts.done) }} />
        <i class="round-doing" style={{ width: share(counts.doing) }} />
      </div>
    </div>
  );
}
