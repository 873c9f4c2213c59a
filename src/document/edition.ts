/** Every edition of the templates that a paper was ever issued by stays here, drawable for good. */
import { TEMPLATE_EDITION } from '../domain/template-edition.ts';

export { TEMPLATE_EDITION };

/** What an edition does, by its number; throws with a sentence for one that the program doesn't know. */
export function ofEdition<T>(editions: ReadonlyMap<number, T>, edition: number): T {
  const known = editions.get(edition);
  if (known !== undefined) return known;
  throw new Error(
    `本程序没有第${edition}版公文模板（最新为第${TEMPLATE_EDITION}版），请更新程序后再打开这份公文`,
  );
}
