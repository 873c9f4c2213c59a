import { useMemo, useRef } from 'preact/hooks';
import { noticePaper } from '../../../document/notice-paper.ts';
import type { NoticePaper } from '../../../document/paper.ts';
import type { PicturePiece } from '../../../document/sheet.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { Photo } from '../../ui/photo.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useOffice } from '../../ui/use-office.ts';
import { type Gathered, gatherNotice } from './gather.ts';

export interface NoticeView {
  readonly paper: NoticePaper;
  readonly gathered: Gathered;
}

/**
 * The paper of an issued notice, live; undefined until its parts are first read. While they are
 * read again the last one stays: a paper that is being printed must not vanish when sync comes.
 */
export function useNoticePaper(notice: NoticeRow | undefined): NoticeView | undefined {
  const office = useOffice();
  const gathered = useLive(
    async (db) => (notice && office ? gatherNotice(db, office, notice) : undefined),
    [notice, office],
  );
  const read = useMemo(
    () => gathered && { gathered, paper: noticePaper(gathered.input) },
    [gathered],
  );
  const last = useRef<{ readonly id: string; readonly view: NoticeView } | null>(null);
  if (read && notice) last.current = { id: notice.id, view: read };
  return read ?? (last.current?.id === notice?.id ? last.current?.view : undefined);
}

/** One function for all papers, so that a paper is not drawn anew without need. */
export function drawPaperPhoto(photo: PicturePiece) {
  return <Photo sha256={photo.sha256} alt={photo.alt} size="large" />;
}
