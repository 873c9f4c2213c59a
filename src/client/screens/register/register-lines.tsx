/** The year's numbers in their order: a table at a desk, a list on a phone. */
import { civilDateOf, sayDate } from '../../../domain/civil.ts';
import { sayNumber } from '../../../domain/notice-number.ts';
import {
  datedAt,
  type NumberEntry,
  sayPaperKind,
  sayWhereabouts,
} from '../../../protocol/numbers.ts';
import { usePhone } from '../../ui/use-media.ts';
import { useMore } from '../findings/use-more.ts';
import { NumberStateChip } from './number-state.tsx';

interface Lines {
  readonly numbers: readonly NumberEntry[];
  /** Changes with the filter, so that the list begins anew. */
  readonly reset: string;
}

export function RegisterLines(props: Lines) {
  return usePhone() ? <NumberList {...props} /> : <NumberTable {...props} />;
}

function NumberTable({ numbers, reset }: Lines) {
  const { shown, foot } = useMore(numbers.length, reset);
  return (
    <>
      <table class="register-table">
        <thead>
          <tr>
            <th scope="col">文号</th>
            <th scope="col">状态</th>
            <th scope="col">持有人或原因</th>
            <th scope="col">主送单位</th>
            <th scope="col">文种</th>
            <th scope="col">日期</th>
          </tr>
        </thead>
        <tbody>
          {numbers.slice(0, shown).map((entry) => (
            <tr key={`${entry.agency}/${entry.seq}`}>
              <th scope="row">
                <NumberName entry={entry} />
              </th>
              <td>
                <NumberStateChip state={entry.state} />
              </td>
              <td>{sayWhereabouts(entry) || '—'}</td>
              <td>{entry.paper?.unitName ?? '—'}</td>
              <td>{sayPaperKind(entry) || '—'}</td>
              <td>{sayDated(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div ref={foot} />
    </>
  );
}

function NumberList({ numbers, reset }: Lines) {
  const { shown, foot } = useMore(numbers.length, reset);
  return (
    <>
      <ul class="register-list" aria-label="文号">
        {numbers.slice(0, shown).map((entry) => (
          <li key={`${entry.agency}/${entry.seq}`}>
            <div class="register-first">
              <NumberName entry={entry} />
              <NumberStateChip state={entry.state} />
            </div>
            {entry.paper && (
              <p>
                {sayPaperKind(entry)} · {entry.paper.unitName}
              </p>
            )}
            {sayWhereabouts(entry) !== '' && <p>{sayWhereabouts(entry)}</p>}
            <p class="t-second">{sayDated(entry)}</p>
          </li>
        ))}
      </ul>
      <div ref={foot} />
    </>
  );
}

function NumberName({ entry }: { readonly entry: NumberEntry }) {
  const name = sayNumber(entry);
  if (!entry.paper) return <span>{name}</span>;
  const place = entry.paper.kind === 'notice' ? 'notices' : 'letters';
  return <a href={`/${place}/${entry.paper.id}`}>{name}</a>;
}

function sayDated(entry: NumberEntry): string {
  const at = datedAt(entry);
  return at === null ? '—' : sayDate(civilDateOf(at));
}
