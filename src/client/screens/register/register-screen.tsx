import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { civilDateOf, yearOf } from '../../../domain/civil.ts';
import { countStates, type StateCounts } from '../../../domain/register.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { usePhone } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { RecallDialog } from '../devices/recall-dialog.tsx';
import { useKept } from '../findings/use-kept.ts';
import { type Holder, holdersOf } from './holders.ts';
import { LentList } from './lent-list.tsx';
import './register.css';
import { RegisterAudit } from './register-audit.tsx';
import { RegisterHead } from './register-head.tsx';
import { RegisterLines } from './register-lines.tsx';
import { takeWorkbook } from './take-workbook.ts';
import { useRegister } from './use-register.ts';

/** 发文登记簿: every number of the year, in order, with what became of it. */
export function RegisterScreen() {
  const { session } = useWorkplace();
  if (session.role !== 'supervisor' && session.role !== 'admin') {
    return (
      <Page title="发文登记簿">
        <Empty icon="lock" text="发文登记簿只给督查负责人和管理员看。" />
      </Page>
    );
  }
  return <Register mayRecall={session.role === 'supervisor'} />;
}

const Chosen = z.object({ year: z.int(), state: z.string() });

function Register({ mayRecall }: { readonly mayRecall: boolean }) {
  const { now } = useWorkplace().author;
  const thisYear = yearOf(civilDateOf(now()));
  const [chosen, setChosen] = useKept('xundian-register', Chosen, { year: thisYear, state: '' });
  const phone = usePhone();
  const [recalling, setRecalling] = useState<Holder | null>(null);
  const [taking, setTaking] = useState(false);
  const { list, trouble, asking, refresh } = useRegister(chosen.year);
  const tool = (
    <Button kind="outlined" icon="sync" disabled={asking} onClick={() => void refresh()}>
      刷新
    </Button>
  );
  // An answer of another year is no answer to this question.
  const shown = list?.year === chosen.year ? list : null;
  if (!shown) {
    return (
      <Page title="发文登记簿" tools={tool}>
        {trouble && (
          <Empty
            icon={trouble.offline ? 'no-network' : 'warning'}
            text={trouble.offline ? '登记簿在服务器上，要联网才能查看。' : trouble.message}
          >
            <Button kind="outlined" onClick={() => void refresh()}>
              再试一次
            </Button>
          </Empty>
        )}
      </Page>
    );
  }
  const take = async () => {
    setTaking(true);
    const why = await takeWorkbook(chosen.year);
    setTaking(false);
    toast(why ?? `已导出 发文登记簿-${chosen.year}.xlsx`);
  };
  const counts = countStates(shown.numbers);
  const lines = shown.numbers.filter(({ state }) => chosen.state === '' || state === chosen.state);
  const holders = holdersOf(shown.numbers);
  const years = [...new Set([thisYear, chosen.year, ...shown.years])].sort((a, b) => b - a);
  return (
    <Page
      title="发文登记簿"
      {...(phone ? {} : { facts: sayCounts(shown.numbers.length, counts) })}
      tools={tool}
    >
      {trouble && (
        <p class="register-stale" role="status">
          {trouble.message}下面是先前查到的。
        </p>
      )}
      <RegisterHead
        year={chosen.year}
        years={years}
        onYear={(year) => setChosen({ ...chosen, year })}
        state={chosen.state}
        counts={counts}
        onState={(state) => setChosen({ ...chosen, state })}
        taking={taking}
        onTake={() => void take()}
      />
      {/* The bar of a phone has no room for it. */}
      {phone && <p class="register-counts">{sayCounts(shown.numbers.length, counts)}</p>}
      {shown.numbers.length > 0 && <RegisterAudit list={shown} />}
      {holders.length > 0 && (
        <LentList
          holders={holders}
          open={chosen.state === 'leased'}
          onRecall={mayRecall ? setRecalling : undefined}
        />
      )}
      {lines.length > 0 ? (
        <RegisterLines numbers={lines} reset={`${chosen.year} ${chosen.state}`} />
      ) : (
        <Nothing
          year={chosen.year}
          filtered={shown.numbers.length > 0}
          onClear={() => setChosen({ ...chosen, state: '' })}
        />
      )}
      {recalling && (
        <RecallDialog
          device={{ ...recalling, leased: recalling.count }}
          onClose={() => setRecalling(null)}
          onDone={() => {
            setRecalling(null);
            void refresh();
          }}
        />
      )}
    </Page>
  );
}

function Nothing(props: {
  readonly year: number;
  readonly filtered: boolean;
  readonly onClear: () => void;
}) {
  return props.filtered ? (
    <Empty icon="search" text="没有这种状态的文号。">
      <Button kind="outlined" onClick={props.onClear}>
        看全部
      </Button>
    </Empty>
  ) : (
    <Empty
      icon="book"
      text={`${props.year}年还没有用到文号。平板联网后会领用号段，签发的通知书也会记在这里。`}
    />
  );
}

function sayCounts(total: number, { used, leased, voided, recalled }: StateCounts): string {
  return `共 ${total} 号 = 已用 ${used} + 在租 ${leased} + 作废 ${voided} + 收回 ${recalled}`;
}
