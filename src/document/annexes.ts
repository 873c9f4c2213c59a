import { civilDateOf, sayClock, sayDate } from '../domain/civil.ts';
import { formLine } from './form-line.ts';
import type { Annex, PaperPhoto } from './paper.ts';
import type { PointGroup } from './problems.ts';
import { withoutStop } from './punctuation.ts';

const PHOTOS_A_PAGE = 4;
const CAPTION_PROBLEM = 30;

type Part =
  | Omit<Extract<Annex, { kind: 'problems' }>, 'nth'>
  | Omit<Extract<Annex, { kind: 'photos' }>, 'nth'>
  | Omit<Extract<Annex, { kind: 'reply' }>, 'nth'>;

/** The annexes that this notice has, numbered in order; no photo, no photo page. */
export function annexesOf(groups: readonly PointGroup[], unitName: string): Annex[] {
  const photos = photosOf(groups);
  const parts: Part[] = [problemList(groups)];
  if (photos.length > 0) {
    parts.push({ kind: 'photos', title: '现场照片', pages: spread(photos, PHOTOS_A_PAGE) });
  }
  parts.push(replyForm(groups, unitName));
  return parts.map((part, at) => ({ ...part, nth: at + 1 }));
}

/** 问题清单. */
export function problemList(groups: readonly PointGroup[]): Extract<Part, { kind: 'problems' }> {
  return {
    kind: 'problems',
    title: '问题清单',
    table: {
      columns: [
        { name: '序号', share: 0.08, align: 'center' },
        { name: '点位', share: 0.22, align: 'left' },
        { name: '存在问题', share: 0.34, align: 'left' },
        { name: '对应标准', share: 0.28, align: 'left' },
        { name: '例数', share: 0.08, align: 'center' },
      ],
      rows: inOrder(groups).map(({ group, problem }, at) => [
        String(at + 1),
        group.name,
        withoutStop(problem.text),
        problem.itemText === null ? '—' : withoutStop(problem.itemText),
        problem.count === null ? '—' : String(problem.count),
      ]),
    },
  };
}

function replyForm(groups: readonly PointGroup[], unitName: string): Part {
  return {
    kind: 'reply',
    title: '整改情况反馈表',
    table: {
      columns: [
        { name: '序号', share: 0.08, align: 'center' },
        { name: '点位', share: 0.22, align: 'left' },
        { name: '存在问题', share: 0.3, align: 'left' },
        { name: '整改措施及结果', share: 0.26, align: 'left' },
        { name: '完成时间', share: 0.14, align: 'center' },
      ],
      rows: inOrder(groups).map(({ group, problem }, at) => [
        String(at + 1),
        group.name,
        withoutStop(problem.text),
        '',
        '',
      ]),
    },
    form: [
      formLine('反馈单位（盖章）', unitName),
      formLine('负责人（签名）', ''),
      formLine('联系人及电话', ''),
      formLine('反馈日期', ''),
    ],
  };
}

function inOrder(groups: readonly PointGroup[]) {
  return groups.flatMap((group) => group.problems.map((problem) => ({ group, problem })));
}

function photosOf(groups: readonly PointGroup[]): PaperPhoto[] {
  return inOrder(groups).flatMap(({ group, problem }) => {
    const problemText = shorten(withoutStop(problem.text), CAPTION_PROBLEM);
    return problem.photos.map((photo) => {
      const time = `${sayDate(civilDateOf(photo.takenAt))}${sayClock(photo.takenAt)}`;
      return {
        sha256: photo.sha256,
        caption: `${group.name}—${problemText}—${time}`,
        width: photo.width,
        height: photo.height,
      };
    });
  });
}

function shorten(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** Pages as even as can be, so that no photo stands alone at the end where two would fit. */
export function spread<T>(things: readonly T[], most: number): T[][] {
  const pages = Math.ceil(things.length / most);
  return Array.from({ length: pages }, (_, page) =>
    things.slice(
      Math.ceil((page * things.length) / pages),
      Math.ceil(((page + 1) * things.length) / pages),
    ),
  );
}
