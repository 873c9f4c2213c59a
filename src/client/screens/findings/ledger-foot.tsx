import { Fragment } from 'preact';
import { type LedgerFilter, NO_FILTER } from '../../../protocol/ledger.ts';
import { useIssueCall } from '../issue/issue-call.tsx';
import { KEYS_SAID } from './use-ledger-keys.ts';

/** How much is shown in which order, the keys, and what waits for a notice. */
export function LedgerFoot(props: {
  readonly filter: LedgerFilter;
  readonly total: number;
  readonly all: number;
}) {
  const { filter, total, all } = props;
  const issueCall = useIssueCall();
  const own = filter.sort === NO_FILTER.sort && filter.dir === NO_FILTER.dir;
  return (
    <footer class="ledger-foot">
      <div class="ledger-foot-words">
        <p>
          {own ? '超期在前 · ' : ''}显示 {total.toLocaleString('zh-CN')} /{' '}
          {all.toLocaleString('zh-CN')}
        </p>
        <p class="ledger-keys">
          {KEYS_SAID.map(([one, other, said]) => (
            <Fragment key={said}>
              <kbd>{one}</kbd> {other !== '' && <kbd>{other}</kbd>} {said}{' '}
            </Fragment>
          ))}
        </p>
      </div>
      {issueCall}
    </footer>
  );
}
