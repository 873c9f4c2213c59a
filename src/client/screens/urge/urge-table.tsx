/** The list at a desk: one table, a group of rows a unit. */
import { sayDateHour } from '../../../domain/civil.ts';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { useNow } from '../../ui/use-now.ts';
import { StepButtons } from './step-buttons.tsx';
import type { UrgeUnits } from './urge-rows.tsx';
import { NextWord, sayLast } from './urge-words.tsx';

const COLUMNS = 6;

export function UrgeTable({ units, unitName, mayIssue }: UrgeUnits) {
  const now = useNow();
  return (
    <table class="urge-table">
      <thead>
        <tr>
          <th scope="col">问题</th>
          <th scope="col">点位</th>
          <th scope="col">督查通知书</th>
          <th scope="col">整改期限</th>
          <th scope="col">上次发出</th>
          <th scope="col">下一步</th>
        </tr>
      </thead>
      {units.map((unit) => (
        <tbody key={unit.unitId}>
          <tr class="urge-group">
            <th class="urge-group-head" scope="rowgroup" colSpan={COLUMNS}>
              <span class="urge-unit">
                <b>
                  {unitName(unit.unitId)} <span>{unit.lines.length} 个问题</span>
                </b>
                {mayIssue && <StepButtons unit={unit} unitName={unitName(unit.unitId)} />}
              </span>
            </th>
          </tr>
          {unit.lines.map((line) => {
            const { finding } = line;
            return (
              <tr key={finding.id}>
                <td>
                  <a class="urge-problem" href={`/findings/${finding.id}`}>
                    {finding.text}
                  </a>
                </td>
                <td>{finding.pointName}</td>
                <td>
                  {finding.noticeId === null ? (
                    '—'
                  ) : (
                    <a class="urge-notice" href={`/notices/${finding.noticeId}`}>
                      {line.noticeName}
                    </a>
                  )}
                </td>
                <td>
                  <span class="urge-due">
                    {finding.dueAt === null ? '—' : sayDateHour(finding.dueAt)}
                    <LatenessChip
                      dueAt={finding.dueAt}
                      state={finding.state}
                      urge={finding.urge}
                      now={now}
                      small
                    />
                  </span>
                </td>
                <td>{sayLast(finding) || '—'}</td>
                <td>
                  <NextWord line={line} />
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
