/** Issuing a letter: what it is printed from is made of the rows in the very transaction that issues it. */
import { TEMPLATE_EDITION } from '../../domain/template-edition.ts';
import { recordLetter } from '../../protocol/letter-record.ts';
import type { MutationArgs } from '../../protocol/mutations/index.ts';
import type { Outcome } from '../../protocol/refusals.ts';
import type { LetterRecord } from '../../protocol/rows/index.ts';
import type { Author } from './author.ts';
import { mutate } from './mutate.ts';
import { redoing } from './redoing.ts';
import { storesSource } from './row-source.ts';

export type LetterDeed = Omit<MutationArgs['letter.issue'], 'record'> & {
  /** The office's own words; empty for the usual ones. */
  readonly closing: string;
  readonly frequent: LetterRecord['frequent'];
};

/** The rows that its paper is made of. */
const READ = ['office', 'notice', 'font', 'inspection', 'checklist'] as const;

export async function issueLetter(
  author: Author,
  { closing, frequent, ...args }: LetterDeed,
  title: string,
  redoes: number | null = null,
): Promise<Outcome> {
  const fonts = await author.paper.fonts();
  const redo = redoing(author, redoes);
  return mutate(author, {
    name: 'letter.issue',
    id: args.id,
    title,
    tables: [...READ, ...(redo?.tables ?? [])],
    async args({ at, offset }, stores) {
      const [office, unit] = await Promise.all([
        stores.get('office', author.officeId),
        stores.get('unit', args.unitId),
      ]);
      if (!office || !unit) throw new Error('a letter is issued before the city is here');
      const { kind, month, findingIds, dueAt } = args;
      const record = await recordLetter(storesSource(stores), {
        kind,
        edition: TEMPLATE_EDITION,
        fonts,
        office,
        unit,
        month,
        findingIds,
        issuedAt: at + offset,
        dueAt,
        closing,
        frequent,
      });
      return { ...args, record };
    },
    ...(redo ? { alongside: (stores) => redo.alongside(stores) } : {}),
  });
}
