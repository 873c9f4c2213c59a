/** The faces as an official knows them, and what GB/T 9704-2012 asks each for. */
import type { Face } from '../../../domain/face.ts';

export const FACE_NAMES: readonly {
  readonly face: Face;
  readonly name: string;
  readonly use: string;
}[] = [
  { face: 'xiaobiaosong', name: '小标宋', use: '发文机关标志和标题' },
  { face: 'fangsong', name: '仿宋', use: '正文和发文字号' },
  { face: 'kaiti', name: '楷体', use: '正文的第二层标题' },
  { face: 'heiti', name: '黑体', use: '正文的第一层标题、表头和附件序号' },
  { face: 'songti', name: '宋体', use: '页码' },
];
