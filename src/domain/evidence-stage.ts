/** What a photo shows: 整改前 as found, 当场整改, 整改后 as the unit says, 复查, or a paper receipt. */
export const PHOTO_STAGES = ['found', 'fix', 'reply', 'recheck', 'receipt'] as const;
export type PhotoStage = (typeof PHOTO_STAGES)[number];

const NAMES: Record<PhotoStage, string> = {
  found: '整改前',
  fix: '当场整改',
  reply: '整改后',
  recheck: '复查',
  receipt: '回证',
};

export function sayPhotoStage(stage: PhotoStage): string {
  return NAMES[stage];
}
