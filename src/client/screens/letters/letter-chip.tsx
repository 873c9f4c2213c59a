import { sayLetterKind } from '../../../domain/letter.ts';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { Chip } from '../../ui/chip.tsx';
import type { Tone } from '../../ui/tone.ts';

const TONES: Readonly<Record<LetterRow['kind'], Tone>> = {
  remind: 'info',
  urge: 'warn',
  supervise: 'bad',
  bulletin: 'bad',
  monthly: 'primary',
};

/** Its kind; of a void one, that it is void. */
export function LetterChip({ letter }: { readonly letter: LetterRow }) {
  return letter.state === 'voided' ? (
    <Chip look="outlined" tone="ink2" icon="cross" small>
      作废
    </Chip>
  ) : (
    <Chip look="tinted" tone={TONES[letter.kind]} small>
      {sayLetterKind(letter.kind)}
    </Chip>
  );
}
