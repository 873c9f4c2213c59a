/** 导出离线包 on the page: the file with its name. */
import { civilDateOf, sayShortDate } from '../../domain/civil.ts';
import type { ParcelAbout } from '../../protocol/parcel.ts';
import { EXTENSION } from '../../protocol/parcel-file.ts';
import { thisDevice } from '../devices/device.ts';
import { storageFree } from '../devices/storage.ts';
import { recallEnrolment } from '../store/enrolment.ts';
import { packParcel } from '../store/parcel.ts';
import { storageTrouble, type Workplace } from '../workplace.ts';
import { nameInFile } from './hand-over.ts';

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
  return `离线包-${nameInFile(accountName)}-${sayShortDate(civilDateOf(origin.madeAt))}.${EXTENSION}`;
}
