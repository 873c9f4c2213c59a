import { StorageTrouble } from '../store/storage-trouble.ts';
import { storageTrouble } from '../workplace.ts';

/** Shows a failure of this device's storage that no screen took care of; returns how to end that. */
export function watchStorage(): () => void {
  const see = ({ reason }: PromiseRejectionEvent) => {
    if (reason instanceof StorageTrouble) storageTrouble.value = reason;
  };
  window.addEventListener('unhandledrejection', see);
  return () => window.removeEventListener('unhandledrejection', see);
}
