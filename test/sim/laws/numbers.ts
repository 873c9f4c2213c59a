/** Official numbers as they stand in a deed. */

/** `agency/year/seq` of a notice that was issued with a number. */
export function numberIn(args: unknown): string | null {
  const number: unknown = Reflect.get(Object(args), 'number');
  if (typeof number !== 'object' || number === null) return null;
  const part = (name: string) => String(Reflect.get(number, name));
  return `${part('agency')}/${part('year')}/${part('seq')}`;
}
