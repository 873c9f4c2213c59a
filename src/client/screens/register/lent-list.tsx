import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Holder } from './holders.ts';

/** Which devices hold numbers unused, and which: from here they are taken back. */
export function LentList(props: {
  readonly holders: readonly Holder[];
  readonly open: boolean;
  /** Absent for who may not take numbers back. */
  readonly onRecall?: ((holder: Holder) => void) | undefined;
}) {
  const { holders, onRecall } = props;
  const total = holders.reduce((sum, { count }) => sum + count, 0);
  return (
    <details class="register-lent" open={props.open}>
      <summary>
        <Icon name="chevron-right" size={18} weight={2} />
        在租 {total} 号，在 {holders.length} 台设备上
      </summary>
      <ul>
        {holders.map((holder) => (
          <li key={holder.clientId}>
            <span class="register-holder">
              <b>{holder.name}</b>
              <span>
                {holder.ranges} 号（{holder.count} 个）
              </span>
            </span>
            {onRecall && (
              <Button
                kind="outlined"
                size="small"
                label={`收回 ${holder.name} 的号段`}
                onClick={() => onRecall(holder)}
              >
                收回号段
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
