import { useEffect, useState } from 'preact/hooks';
import { readStorage, type StorageState } from '../../devices/storage.ts';

/** Read when the screen opens and when `held` changes; by itself it moves too slowly to be followed. */
export function useStorage(held: number): StorageState | null {
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    readStorage().then(setState, (error: unknown) => console.info('没有读到存储状况', error));
  }, [held]);
  return state;
}
