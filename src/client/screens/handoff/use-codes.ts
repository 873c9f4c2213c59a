import { useEffect, useState } from 'preact/hooks';
import type { CodeTable } from '../../../domain/city-code.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { fetchCodes, recallCodes } from './kept-codes.ts';

/** Undefined until read; null where neither this device nor the office has any. */
export function useCodes(): CodeTable | null | undefined {
  const { session } = useWorkplace();
  const { officeId } = session;
  const [codes, setCodes] = useState<CodeTable | null | undefined>(undefined);
  useEffect(() => {
    let alive = true;
    const show = (next: CodeTable | null) => {
      if (alive) setCodes((before) => next ?? before ?? null);
    };
    void recallCodes(officeId)
      // What is kept is shown at once, whatever the network does.
      .then((kept) => {
        if (kept) show(kept);
        return fetchCodes(officeId);
      })
      .then(show)
      .catch((trouble: unknown) => {
        console.error(trouble);
        show(null);
      });
    return () => {
      alive = false;
    };
  }, [officeId]);
  return codes;
}
