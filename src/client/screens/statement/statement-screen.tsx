/** 对账单 of one unit and month, as it is printed and signed by both sides. */
import './statement.css';
import { useLocation } from 'preact-iso';
import { civilDateOf } from '../../../domain/civil.ts';
import { Statement } from '../../../protocol/statement.ts';
import { Button } from '../../ui/button.tsx';
import { download } from '../../ui/download.ts';
import { Empty } from '../../ui/empty.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { Page } from '../../ui/page.tsx';
import { useUnits } from '../../ui/use-city.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useAnswer } from '../office/use-answer.ts';
import { StatementPaper } from './statement-paper.tsx';

export function StatementScreen() {
  const { session } = useWorkplace();
  const { query, route } = useLocation();
  const thisMonth = civilDateOf(useNow()).slice(0, 7);
  const units = useUnits() ?? [];
  const own = session.role === 'unit' ? session.unitId : null;
  const unit = own ?? query.unit ?? '';
  const month = query.month ?? thisMonth;
  const go = (change: { readonly unit?: string; readonly month?: string }) => {
    const to = { unit, month, ...change };
    route(`/statements?unit=${to.unit}&month=${to.month}`, true);
  };
  const chooser = (
    <div class="statement-chooser">
      {own === null && (
        <FilterSelect
          label="责任单位"
          value={unit}
          choices={units.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(next) => go({ unit: next })}
        />
      )}
      <input
        class="input"
        type="month"
        aria-label="月份"
        value={month}
        max={thisMonth}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== '') go({ month: value });
        }}
      />
    </div>
  );
  return (
    <Page title="对账单" {...(own === null ? { back: '/findings' } : {})}>
      {chooser}
      {unit === '' ? (
        <Empty icon="building" text="先选一个责任单位，再看它这个月的账。" />
      ) : (
        <Asked key={`${unit} ${month}`} unit={unit} month={month} />
      )}
    </Page>
  );
}

function Asked(props: { readonly unit: string; readonly month: string }) {
  const address = `unit=${props.unit}&month=${props.month}`;
  const { answer, again } = useAnswer(`/api/statements?${address}`, Statement);
  if (!answer) return null;
  if (!answer.ok) {
    return (
      <Empty
        icon={answer.offline ? 'no-network' : 'warning'}
        text={answer.offline ? '对账单在服务器上算，要联网才能看。' : answer.message}
      >
        <Button kind="outlined" onClick={again}>
          再试一次
        </Button>
      </Empty>
    );
  }
  return (
    <div class="statement">
      <p class="statement-tools">
        <Button kind="primary" icon="print" onClick={() => print()}>
          打印
        </Button>
        <Button
          kind="outlined"
          icon="export"
          onClick={() => download(`/api/statements.xlsx?${address}`, '对账单.xlsx')}
        >
          导出 Excel
        </Button>
      </p>
      <StatementPaper statement={answer.value} />
    </div>
  );
}
