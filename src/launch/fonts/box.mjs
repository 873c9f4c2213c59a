/**
 * The fonts in the box, all under the SIL Open Font License 1.1. A subset may keep
 * its name: the one that is reserved, 'Source', is not borne by any of them. 小标宋,
 * 仿宋 and 楷体 of the standard may not be shipped: the office brings in its own.
 */

/** @typedef {'xiaobiaosong' | 'fangsong' | 'kaiti' | 'heiti' | 'songti'} Face */
/** @typedef {{ name: string, from: string, licence: string }} BoxFont */

/** @type {Readonly<Record<string, BoxFont>>} */
export const BOX = {
  songti: {
    name: 'Noto 宋体（Noto Serif SC Regular）',
    from: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    licence: '@expo-google-fonts/noto-serif-sc/LICENSE_FONT',
  },
  heavy: {
    name: 'Noto 宋体粗（Noto Serif SC Bold）',
    from: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    licence: '@expo-google-fonts/noto-serif-sc/LICENSE_FONT',
  },
  heiti: {
    name: 'Noto 黑体（Noto Sans SC Medium）',
    from: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
    licence: '@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
  },
};

/** By face, keys of `BOX`. All three have the same characters, so none stands in for another. @type {Record<Face, string[]>} */
export const FACES = {
  xiaobiaosong: ['heavy'],
  fangsong: ['songti'],
  kaiti: ['songti'],
  heiti: ['heiti'],
  songti: ['songti'],
};
