/** Pinyin initials of a name, for search by 首字母. The dictionary is loaded only where names are imported. */

const KEPT = /[a-z0-9]/;
/** As long as a point's initials may be. */
const MAX = 200;

export async function initialsMaker(): Promise<(name: string) => string> {
  const { pinyin } = await import('pinyin-pro');
  return (name) =>
    pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
      .map((one) => one.charAt(0).toLowerCase())
      .filter((letter) => KEPT.test(letter))
      .join('')
      .slice(0, MAX);
}
