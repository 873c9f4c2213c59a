import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import type { Answer } from './ask.ts';

/** In the pane's own place: what is wrong and the next step. */
export function Trouble(props: {
  readonly answer: Extract<Answer<unknown>, { ok: false }>;
  readonly onAgain: () => void;
}) {
  const { answer, onAgain } = props;
  return (
    <Empty
      icon={answer.offline ? 'no-network' : 'warning'}
      text={
        answer.offline ? '没有网络。管理要联网才能做；现场检查和登记不受影响。' : answer.message
      }
    >
      <Button kind="outlined" onClick={onAgain}>
        再试一次
      </Button>
    </Empty>
  );
}
