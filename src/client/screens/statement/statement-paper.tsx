import { civilDateOf, sayDate, sayDateHour, sayMoment } from '../../../domain/civil.ts';
import { sayNumber } from '../../../domain/notice-number.ts';
import { INCOMING, OUTGOING, sayCause } from '../../../domain/statement.ts';
import { sayMonth, sayResult } from '../../../protocol/say-statement.ts';
import type { Statement } from '../../../protocol/statement.ts';

const CAUSES = [...INCOMING, ...OUTGOING] as const;

/** A4, black on white whatever the theme: what one sees is what is signed. */
export function StatementPaper({ statement }: { readonly statement: Statement }) {
  const { sums, lines, officeName, unitName, month, madeAt, over } = statement;
  return (
    <article class="statement-paper" aria-label="对账单">
      <h2>
        {unitName}
        <br />
        {sayMonth(month)}督查问题对账单
      </h2>
      <p class="statement-head">
        <span>{officeName}</span>
        <span>
          {over ? '' : '本月未结束，'}截至{sayDate(civilDateOf(madeAt))}制表
        </span>
      </p>
      <table class="statement-sums">
        <thead>
          <tr>
            <th scope="col">期初在办</th>
            {CAUSES.map((cause) => (
              <th key={cause} scope="col">
                {cause === 'assigned' || cause === 'back' ? '＋' : '－'}
                {sayCause(cause)}
              </th>
            ))}
            <th scope="col">＝期末在办</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{sums.opening}</td>
            {CAUSES.map((cause) => (
              <td key={cause}>{sums[cause]}</td>
            ))}
            <td>{sums.closing}</td>
          </tr>
        </tbody>
      </table>
      {lines.length === 0 ? (
        <p class="statement-nothing">本月没有在办的问题，也没有新交办的问题。</p>
      ) : (
        <table class="statement-lines">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">文号</th>
              <th scope="col">点位和问题</th>
              <th scope="col">整改期限</th>
              <th scope="col">本月情况</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, nth) => (
              <tr key={line.id}>
                <td>{nth + 1}</td>
                <td>{line.number ? sayNumber(line.number) : '—'}</td>
                <td>
                  {line.pointName}：{line.text}
                </td>
                <td>{line.dueAt === null ? '—' : `${sayDateHour(line.dueAt)}前`}</td>
                <td>{sayResult(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="statement-note">
        本单按问题的办理经过计算（{sayMoment(madeAt)}
        ），以事情发生的时间归月；挂账、移交、作废的问题不再计入在办。
      </p>
      <div class="statement-sign">
        <Side title="督查单位（盖章）" name={officeName} />
        <Side title="责任单位（盖章）" name={unitName} />
      </div>
    </article>
  );
}

function Side(props: { readonly title: string; readonly name: string }) {
  return (
    <div>
      <p>{props.title}</p>
      <p>{props.name}</p>
      <p>经办人：</p>
      <p>负责人：</p>
      <p>　　年　　月　　日</p>
    </div>
  );
}
