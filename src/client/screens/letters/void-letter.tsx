/** 作废 of a letter: says all that follows from it before it is done. */
import { mayDo } from '../../../domain/role.ts';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useRedoing } from '../finding/use-redoing.ts';
import { VoidDialog } from '../finding/void-dialog.tsx';
import { sayLetterName } from './use-letters.ts';

export function VoidLetter({ letter }: { readonly letter: LetterRow }) {
  const { session, mutate } = useWorkplace();
  const { seq, reason: first, open, setOpen } = useRedoing('letter.void', letter.id);
  if (!mayDo(session.role, 'letter.void') || letter.state === 'voided') return null;
  const name = sayLetterName(letter);
  return (
    <>
      <Button kind="outlined" onClick={() => setOpen(true)}>
        作废
      </Button>
      <VoidDialog
        open={open}
        title="作废文书"
        subject={`${name} · ${letter.unitName}`}
        consequence={consequencesOf(letter)}
        first={first}
        onClose={() => setOpen(false)}
        act={(reason) => mutate('letter.void', { id: letter.id, reason }, `作废文书 ${name}`, seq)}
        onDone={() => {
          setOpen(false);
          toast(`${name} 已作废`);
        }}
      />
    </>
  );
}

/** Each as a sentence of its own. */
function consequencesOf({ number, kind, findingIds }: LetterRow): string[] {
  return [
    '作废后不能恢复，签发时的内容原样留存。',
    ...(number ? ['文号不再使用，在发文登记簿里记为作废，写明理由。'] : []),
    '责任单位的账号里会看到作废和理由，送出的纸质件要收回。',
    kind === 'monthly'
      ? '这个月可以给该单位另发一份月度提示。'
      : `其中 ${findingIds.length} 个问题的催办程度退回到上一份文书。`,
  ];
}
