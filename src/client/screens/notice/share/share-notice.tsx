import { useState } from 'preact/hooks';
import { paperFileName } from '../../../../document/file-name.ts';
import type { NoticePaper } from '../../../../document/paper.ts';
import type { NoticeRow } from '../../../../protocol/rows/index.ts';
import { Button } from '../../../ui/button.tsx';
import type { PaperOffer } from './paper-offer.ts';
import { ShareDialog } from './share-dialog.tsx';

/** The button that takes a notice's papers along as files. */
export function ShareNotice(props: { readonly notice: NoticeRow; readonly paper: NoticePaper }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="outlined" icon="export" onClick={() => setOpen(true)}>
        导出与分享
      </Button>
      <ShareDialog
        open={open}
        onClose={() => setOpen(false)}
        offers={open ? offersOf(props.notice, props.paper) : []}
      />
    </>
  );
}

function offersOf(notice: NoticeRow, paper: NoticePaper): PaperOffer[] {
  const { number, unitName, record, issuedAt } = notice;
  return [
    {
      name: notice.state === 'voided' ? '通知书（已作废）' : '通知书',
      paper,
      fonts: record?.fonts ?? null,
      issuedAt: record?.issuedAt ?? issuedAt,
      fileName: paperFileName(number, unitName, ...(notice.state === 'voided' ? ['已作废'] : [])),
    },
  ];
}
