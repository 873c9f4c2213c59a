/** Hints at a photo in plain sentences: what was seen, never what it means. */
import type { EvidenceHint } from './evidence.ts';
import { sayPhotoStage } from './evidence-stage.ts';
import { sayDistance } from './place.ts';

/** @param otherText the other problem in its own words, where the hint is about one */
export function sayEvidence(hint: EvidenceHint, otherText = ''): string {
  switch (hint.kind) {
    case 'other-problem': {
      const stage = sayPhotoStage(hint.other.stage);
      return `与问题“${otherText}”的${stage}照片${sayAlike(hint.same)}`;
    }
    case 'before-as-after':
      return `与本问题的整改前照片${sayAlike(hint.same)}`;
    case 'early':
      return hint.than === 'recorded' ? '拍摄时间早于问题登记' : '拍摄时间早于通知书签发';
    case 'late':
      return '拍摄时间晚于整改反馈';
    case 'far':
      return `拍摄位置距问题登记处约 ${sayDistance(hint.metres)}`;
    case 'untimed':
      return '照片文件里没有拍摄时间';
  }
}

function sayAlike(same: boolean): string {
  return same ? '是同一个文件' : '几乎相同';
}
