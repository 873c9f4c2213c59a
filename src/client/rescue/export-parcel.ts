/** 导出离线包 on the page: the file with its name, and ways to hand it over. */
import { civilDateOf, sayShortDate } from '../../domain/civil.ts';
import type { ParcelAbout } from '../../protocol/parcel.ts';
import { EXTENSION } from '../../protocol/parcel-file.ts';
import { thisDevice } from '../devices/device.ts';
import { storageFree } from '../devices/storage.ts';
import { recallEnrolment } from '../store/enrolment.ts';
import { packParcel } from '../store/parcel.ts';
import { storageTrouble, type Workplace } from '../workplace.ts';

export interface Exported {
  readonly file: File;
  readonly about: ParcelAbout;
  readonly missing: number;
}

export async function exportParcel(
  { author, session }: Workplace,
  passphrase: string,
  onProgress: (done: number, of: number) => void,
): Promise<Exported> {
  const [{ deviceId, label }, free, enrolment] = await Promise.all([
    thisDevice(),
    storageFree(),
    recallEnrolment(session.accountId),
  ]);
  const sealKey = enrolment?.clientId === author.clientId ? enrolment.sealKey : null;
  const storageError = storageTrouble.value?.message ?? null;
  const { file, about, missing } = await packParcel({
    author,
    device: { deviceId, label, storageFree: free, storageError },
    appVersion: __APP_VERSION__,
    passphrase,
    sealKey,
    onProgress,
  });
  return { file: new File([file], nameOf(about), { type: file.type }), about, missing };
}

/** `离线包-督查员一-11月26日.xundian`. */
function nameOf({ accountName, origin }: ParcelAbout): string {
  const name = accountName.replaceAll(/[\s\\/:*?"<>|]/g, '');
  return `离线包-${name}-${sayShortDate(civilDateOf(origin.madeAt))}.${EXTENSION}`;
}

/** A slow device may begin to read the file a while later. */
const KEPT_MS = 60_000;

export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

export function canShare(file: File): boolean {
  return 'canShare' in navigator && navigator.canShare({ files: [file] });
}

/** By whatever the person chooses: a message, a cable, a near device. */
export async function shareFile(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    // Closing the list of ways without choosing one is no failure.
    console.info('没有分享', error);
  }
}
