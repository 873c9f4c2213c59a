/** What is chosen and said of problems that are being handed off, and the deed itself. */
import { useState } from 'preact/hooks';
import type { CityCode } from '../../../domain/city-code.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { makeId } from '../../devices/uuid.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { ChosenCode } from './code-field.tsx';

/** A refused handoff that is said again: its place and what it said. */
export interface HandOffRedo extends ChosenCode {
  readonly seq: number;
  readonly note: string;
}

const NONE: ChosenCode = { code: '', name: '' };
const NO_CODE = '还没有选编码，平台要按编码受理。';

export function useHandingOff(
  findings: readonly FindingRow[],
  suggested: ReadonlyMap<string, CityCode>,
  redo: HandOffRedo | null,
) {
  const { mutate } = useWorkplace();
  const [chosen, setChosen] = useState<ReadonlyMap<string, ChosenCode>>(
    () =>
      new Map(redo && findings[0] ? [[findings[0].id, { code: redo.code, name: redo.name }]] : []),
  );
  const [note, setNote] = useState(redo?.note ?? '');
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const codeOf = ({ id }: FindingRow): ChosenCode => {
    const suggestion = suggested.get(id);
    return (
      chosen.get(id) ?? (suggestion ? { code: suggestion.code, name: suggestion.minorName } : NONE)
    );
  };
  const choose = ({ id }: FindingRow, code: ChosenCode) => {
    setChosen(new Map(chosen).set(id, code));
    setErrors(new Map([...errors].filter(([known]) => known !== id)));
  };
  /** Resolves to how many went; what did not go says why. */
  const handOff = async (): Promise<number> => {
    const missing = findings.filter((finding) => codeOf(finding).code === '');
    if (missing.length > 0) {
      setErrors(new Map(missing.map(({ id }) => [id, NO_CODE])));
      return 0;
    }
    setBusy(true);
    setTrouble('');
    const refused = new Map<string, string>();
    let done = 0;
    try {
      for (const finding of findings) {
        const { code, name } = codeOf(finding);
        const args = {
          id: finding.id,
          handoffId: makeId(),
          code,
          codeName: name,
          note: note.trim(),
        };
        const title = `移交数字城管：${finding.text}`;
        const outcome = await mutate('finding.hand-off', args, title, redo?.seq ?? null);
        if (outcome.ok) done += 1;
        else refused.set(finding.id, sayRefusal(outcome.reason, outcome.detail));
      }
    } catch (error) {
      console.error(error);
      setTrouble(StorageTrouble.of(error).message);
    } finally {
      setBusy(false);
      setErrors(refused);
    }
    return done;
  };
  return { codeOf, choose, note, setNote, errors, trouble, busy, handOff };
}
