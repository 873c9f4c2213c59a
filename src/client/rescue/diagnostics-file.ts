/** 诊断包 as a file of this page's program and device. */
import { civilDateOf, sayShortDate } from '../../domain/civil.ts';
import { readStorage } from '../devices/storage.ts';
import { syncStatus, type Workplace } from '../workplace.ts';
import { alarmsOf } from './alarms.ts';
import { diagnosticsOf } from './diagnostics.ts';

export async function diagnosticsFile(place: Workplace): Promise<File> {
  const at = Date.now();
  const found = await diagnosticsOf({
    db: place.db,
    appVersion: __APP_VERSION__,
    userAgent: navigator.userAgent,
    storage: await readStorage(),
    status: syncStatus.value,
    at,
    alarms: alarmsOf(place).map(({ kind }) => kind),
  });
  const name = `诊断包-${sayShortDate(civilDateOf(at))}-${place.author.clientId.slice(-4)}.json`;
  return new File([JSON.stringify(found, null, 2)], name, { type: 'application/json' });
}
