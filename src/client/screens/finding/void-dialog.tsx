/** 作废 with a reason: for a problem or a notice. */
import { type Outcome, sayRefusal } from '../../../protocol/refusals.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

export function VoidDialog(props: {
  readonly open: boolean;
  readonly title: string;
  /** The thing, by its number or words. */
  readonly subject: string;
  /** What will happen: in one sentence, or one by one. */
  readonly consequence: string | readonly string[];
  /** What a refused 作废 gave as its reason, to be corrected; empty for none. */
  readonly first?: string;
  readonly onClose: () => void;
  readonly act: (reason: string) => Promise<Outcome>;
  readonly onDone: () => void;
}) {
  const { subject, consequence, act, ...rest } = props;
  return (
    <ReasonDialog
      {...rest}
      label="作废理由"
      missing="请写明作废的理由，记录里要看得到。"
      confirm="确认作废"
      act={async (reason) => {
        const outcome = await act(reason);
        return outcome.ok ? null : sayRefusal(outcome.reason, outcome.detail);
      }}
    >
      <p>
        <b>{subject}</b>
      </p>
      {typeof consequence === 'string' ? (
        <p>{consequence}</p>
      ) : (
        <ul class="void-consequences">
          {consequence.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </ReasonDialog>
  );
}
