/** What a person gave up of what the office had not taken: it is in no book, and here is why. */
import { sayMoment } from '../../../domain/civil.ts';
import type { GivenUp } from '../../../protocol/devices.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { Icon } from '../../ui/icon.tsx';

export function GivenUpList(props: { readonly rows: readonly GivenUp[] }) {
  const { rows } = props;
  return (
    <details class="device-given">
      <summary>
        <Icon name="chevron-right" size={18} weight={2} />
        已放弃 {rows.length} 条
      </summary>
      <ul>
        {rows.map((row) => (
          <li key={row.seq}>
            <b>{row.title}</b>
            <span>
              {sayMoment(row.at)} 放弃，理由：{row.reason}
            </span>
            <span class="t-second">{sayRefusal(row.code, row.detail)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
