/** The typefaces that GB/T 9704-2012 asks for: 小标宋, 仿宋, 楷体, 黑体, 宋体. */
export const FACES = ['xiaobiaosong', 'fangsong', 'kaiti', 'heiti', 'songti'] as const;
export type Face = (typeof FACES)[number];
