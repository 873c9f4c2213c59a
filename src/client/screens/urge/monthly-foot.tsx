/** How many will be issued, and the button that issues them one after the other. */
import '../issue/issue.css';
import { useState } from 'preact/hooks';
import { civilDateOf, yearOf } from '../../../domain/civil.ts';
import { sayMonth } from '../../../domain/urge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useOffice } from '../../ui/use-office.ts';
import { useIssueMonth } from './use-issue-month.ts';
import type { Monthly } from './use-monthly.ts';

export function MonthlyFoot({ monthly }: { readonly monthly: Monthly }) {
  const { chosen, month, now } = monthly;
  const [asking, setAsking] = useState(false);
  const issuing = useIssueMonth(monthly);
  const agency = useOffice()?.monthlyAgency ?? '';
  const year = yearOf(civilDateOf(now));
  const number = agency === '' ? '不编号' : `编入 ${agency}〔${year}〕`;
  return (
    <>
      <div class="action-bar-words">
        {issuing.refused.length > 0 && (
          <div class="issue-trouble" role="alert">
            {issuing.refused.map(({ unitName, why }) => (
              <p key={unitName}>
                {unitName}：{why}
              </p>
            ))}
          </div>
        )}
        {issuing.of > 0 ? (
          <p role="status">
            正在签发 {issuing.done} / {issuing.of}
          </p>
        ) : (
          <>
            <p class="t-strong">{number}</p>
            <p class="t-small">每个单位一份，上传后依次编号。</p>
          </>
        )}
      </div>
      <Button
        kind="primary"
        size="main"
        icon="stamp"
        disabled={chosen.length === 0 || issuing.of > 0}
        onClick={() => setAsking(true)}
      >
        签发 {chosen.length} 份
      </Button>
      <Dialog
        title={`签发${sayMonth(month)}月度提示`}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="outlined" onClick={() => setAsking(false)}>
              再看看
            </Button>
            <Button
              kind="primary"
              onClick={() => {
                setAsking(false);
                void issuing.issue();
              }}
            >
              签发 {chosen.length} 份
            </Button>
          </>
        }
      >
        <p>给 {chosen.length} 个单位各发一份，签发后不能改，只能作废。</p>
        <p class="t-second">同一个月对同一单位只发一份；没有勾选的单位可以以后再发。</p>
      </Dialog>
    </>
  );
}
