/** 未销号问题 of one point, the overdue first. */

import { useState } from 'preact/hooks';
import { civilDateOf, sayShortDate } from '../../../domain/civil.ts';
import { dueHour } from '../../../domain/deadline.ts';
import { isOpen } from '../../../domain/finding-life.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useNow } from '../../ui/use-now.ts';

export function OpenFindings(props: { readonly findings: readonly FindingRow[] }) {
  const { findings } = props;
  const [whole, setWhole] = useState(false);
  const open = findings.filter((finding) => isOpen(finding.state));
  const shown = [...(whole ? findings : open)].sort(
    (a, b) =>
      Number(isOpen(b.state)) - Number(isOpen(a.state)) ||
      (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) ||
      b.recordedAt - a.recordedAt,
  );
  return (
    <section>
      <header class="passport-section">
        <h3 class="t-strong">未销号问题 {open.length}</h3>
        {findings.length > open.length && (
          <button
            class="passport-more"
            type="button"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          >
            {whole ? '只看未销号' : `全部 ${findings.length} 条`}
            <Icon name={whole ? 'chevron-up' : 'chevron-down'} size={16} weight={2.2} />
          </button>
        )}
      </header>
      {shown.length === 0 ? (
        <p class="passport-none">没有未销号的问题。</p>
      ) : (
        <ul class="passport-card">
          {shown.map((finding) => (
            <OpenFinding key={finding.id} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OpenFinding(props: { readonly finding: FindingRow }) {
  const { finding } = props;
  const now = useNow();
  const unit = useUnitsById().get(finding.unitId);
  const facts = [
    finding.itemId ?? '清单外',
    unit?.shortName || unit?.name,
    finding.rework > 0 ? `退回 ${finding.rework} 次` : '',
  ];
  return (
    <li>
      <a class="open-finding" href={`/findings/${finding.id}`}>
        <span class="open-words">
          <b class="t-strong">{finding.text}</b>
          <span class="t-second">{facts.filter(Boolean).join(' · ')}</span>
        </span>
        <span class="open-end">
          <span class="open-chips">
            <LatenessChip dueAt={finding.dueAt} state={finding.state} now={now} small />
            <StateChip state={finding.state} small />
          </span>
          <span class="t-second">
            {finding.dueAt === null
              ? `${sayShortDate(civilDateOf(finding.recordedAt))} 登记`
              : `${sayShortDate(civilDateOf(finding.dueAt))}${dueHour(finding.dueAt)}时`}
          </span>
        </span>
      </a>
    </li>
  );
}
