/** 历史: where the chain of all that was done ends, to be written down elsewhere. */
import './outlet.css';
import { HistoryEnd } from '../../../protocol/history.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { Trouble } from './trouble.tsx';
import { useAnswer } from './use-answer.ts';

export function HistoryPart() {
  const { answer, again } = useAnswer('/api/history', HistoryEnd);
  if (!answer) return null;
  if (!answer.ok) return <Trouble answer={answer} onAgain={again} />;
  const { entries, end, lastDay } = answer.value;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(end);
      toast('链尾已复制');
    } catch (error) {
      console.info('没有复制成', error);
      toast('这个浏览器不让复制，请照抄');
    }
  };
  return (
    <section class="history-part" aria-labelledby="history-part-head">
      <h2 id="history-part-head" class="t-list">
        历史链
      </h2>
      <p>
        每个问题、每份通知书的每次变动都接在一条链上，每一条含有前一条的校验值，只能添加。现有{' '}
        {entries}
        条，链尾是：
      </p>
      <p class="chain-end">{end}</p>
      <div class="history-actions">
        <Button kind="primary" onClick={() => void copy()}>
          复制链尾
        </Button>
        <Button kind="outlined" onClick={again}>
          刷新
        </Button>
      </div>
      <p>
        请定期把链尾抄在服务器以外的地方（如写进每月的工作记录）。以后在服务器上运行下面的命令，就能查出历史有没有被改、删、截尾或整条重写：
      </p>
      <pre class="chain-command">npm run xundian -- verify-history --expect {end}</pre>
      {lastDay && (
        <p class="t-small">
          服务器每天也在数据目录的 history-days.txt 记一次：{lastDay.day} 记的是 {lastDay.end}。
        </p>
      )}
    </section>
  );
}
