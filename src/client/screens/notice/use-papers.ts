import { useMemo, useState } from 'preact/hooks';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { type NamedPaper, noticePapers, type PaperName } from './notice-papers.ts';
import type { NoticeView } from './use-notice-paper.tsx';
import { useSuccessors } from './use-successors.ts';

export interface Papers {
  readonly all: readonly NamedPaper[];
  /** The one that is looked at and printed. */
  readonly shown: NamedPaper | undefined;
  show(key: PaperName): void;
}

/** The papers of a notice, live; none until its parts are read. */
export function usePapers(notice: NoticeRow, view: NoticeView | undefined): Papers {
  const [key, show] = useState<PaperName>('notice');
  const replacedBy = useSuccessors(notice).at(-1)?.number ?? null;
  const input = view?.gathered.input;
  const all = useMemo(
    () => (input ? noticePapers(notice, input, replacedBy) : []),
    [notice, input, replacedBy?.seq],
  );
  return { all, shown: all.find((paper) => paper.key === key) ?? all[0], show };
}
