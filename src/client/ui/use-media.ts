import { useEffect, useState } from 'preact/hooks';

/** Whether the window fits the query now. */
export function useMedia(query: string): boolean {
  const [fits, setFits] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const look = () => setFits(list.matches);
    look();
    list.addEventListener('change', look);
    return () => list.removeEventListener('change', look);
  }, [query]);
  return fits;
}

/** List and detail side by side. */
export const useWide = () => useMedia('(min-width: 1100px)');
export const usePhone = () => useMedia('(max-width: 719px)');
