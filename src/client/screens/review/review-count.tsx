/** How much waits for a decision, beside the desk's name in the navigation. */
import './review-count.css';
import { decisionsIn } from './queues.ts';
import { useQueues } from './use-queues.ts';

export function ReviewCount() {
  const queues = useQueues();
  const many = queues ? decisionsIn(queues) : 0;
  if (many === 0) return null;
  return (
    <b class="review-count">
      <span class="unseen">，待处理 </span>
      {many > 99 ? '99+' : many}
    </b>
  );
}
