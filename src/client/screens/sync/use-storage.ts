import { useEffect, useState } from 'preact/hooks';
import { readStorage, type StorageState } from '../../devices/storage.ts';

/** Read when the screen opens; it changes too slowly to be followed. */
export function useStorage(): StorageState | null {
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    readStorage().then(setState, (error: unknown) => console.info('没有读到存储状况', error));
  }, []);
  return state;
}
