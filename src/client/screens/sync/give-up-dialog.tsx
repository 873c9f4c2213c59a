/** 放弃, with a reason that others read; what was given up stays on this device. */
import { type Outcome, sayRefusal } from '../../../protocol/refusals.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { toast } from '../../ui/toast.tsx';

export interface GiveUpWords {
  readonly title: string;
  /** What becomes of it. */
  readonly word: string;
  /** Said where no reason is given. */
  readonly missing: string;
  readonly usual: readonly string[];
  readonly done: string;
}

export function GiveUpDialog(props: {
  readonly words: GiveUpWords;
  /** What is given up. */
  readonly what: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly act: (reason: string) => Promise<Outcome>;
}) {
  const { words, what, open, onClose, act } = props;
  return (
    <ReasonDialog
      open={open}
      title={words.title}
      label="放弃的理由"
      missing={words.missing}
      confirm="确认放弃"
      usual={words.usual}
      onClose={onClose}
      act={async (reason) => {
        const outcome = await act(reason);
        return outcome.ok ? null : sayRefusal(outcome.reason, outcome.detail);
      }}
      onDone={() => {
        onClose();
        toast(words.done);
      }}
    >
      <p>
        <b>{what}</b>
      </p>
      <p>{words.word}</p>
    </ReasonDialog>
  );
}
