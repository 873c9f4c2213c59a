/** 延期: what is asked for, until when, and the answer. */
import './review.css';
import { useState } from 'preact/hooks';
import { civilDateOf, sayDateHour, sayMoment, weekdayName } from '../../../domain/civil.ts';
import type { ExtensionRow, FindingRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { DeadlineStrip } from '../../ui/deadline-strip.tsx';
import { useDeskKeys } from '../../ui/use-desk-keys.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCalendar } from '../../ui/use-office.ts';
import { ExtensionDialog } from './extension-dialog.tsx';

export function ExtensionDesk(props: {
  readonly finding: FindingRow;
  readonly asked: ExtensionRow;
}) {
  const { finding, asked } = props;
  const [answer, setAnswer] = useState<'grant' | 'refuse' | null>(null);
  const calendar = useCalendar();
  const now = useNow();
  useDeskKeys({ g: () => setAnswer('grant'), n: () => setAnswer('refuse') });
  return (
    <section class="extension-desk" aria-label="延期申请">
      <p>
        <b>申请延期至 {sayDateHour(asked.until)}</b> {weekdayName(civilDateOf(asked.until))}
      </p>
      <p>{asked.reason}</p>
      <p class="t-second">
        {sayMoment(asked.askedAt)} · {asked.byName} · 原期限 {sayDateHour(asked.formerDueAt)}前
      </p>
      <DeadlineStrip dueAt={asked.until} issuedAt={now} calendar={calendar} first="今天" />
      <div class="extension-answers">
        <Button kind="outlined" icon="cross" onClick={() => setAnswer('refuse')}>
          不同意
        </Button>
        <Button kind="primary" icon="check" onClick={() => setAnswer('grant')}>
          同意延期
        </Button>
      </div>
      <ExtensionDialog
        key={asked.id}
        finding={finding}
        asked={asked}
        answer={answer}
        onClose={() => setAnswer(null)}
      />
    </section>
  );
}
