import type { ParcelCounts } from '../../../protocol/parcel.ts';

/** `9 条，照片 4 张，另有未被接受 1 条、没写完 1 条`. */
export function sayParcelCounts({ deeds, photos, refused, drafts }: ParcelCounts): string {
  const more = [
    refused > 0 ? `未被接受 ${refused} 条` : '',
    drafts > 0 ? `没写完 ${drafts} 条` : '',
  ].filter(Boolean);
  const main = `${deeds} 条，照片 ${photos} 张`;
  return more.length > 0 ? `${main}，另有${more.join('、')}` : main;
}

export function saySize(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${Math.ceil(bytes / 1e3)} KB`;
}
