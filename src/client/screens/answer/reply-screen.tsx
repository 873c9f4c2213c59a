import type { FindingRow } from '../../../protocol/rows/index.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ReplyForm } from './reply-form.tsx';
import { mayAnswer } from './unit-calls.tsx';
import { WithFinding } from './with-finding.tsx';

/** 反馈整改 by the unit's account, with or without the network; or what came on paper, by the office. */
export function ReplyScreen({ id }: { readonly id: string }) {
  const { role } = useWorkplace().session;
  const paper = role !== 'unit';
  return (
    <WithFinding
      id={id}
      title={paper ? '录入书面反馈' : '反馈整改'}
      may={(finding: FindingRow) => mayAnswer(role, finding)}
      otherwise="这个问题现在不用反馈。"
    >
      {(finding) => <ReplyForm key={finding.id} finding={finding} paper={paper} />}
    </WithFinding>
  );
}
