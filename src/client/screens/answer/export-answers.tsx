import { useState } from 'preact/hooks';
import { NO_FILTER } from '../../../protocol/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { ExportDialog } from '../findings/export-dialog.tsx';

/** 台账 of this unit alone, as a file; the office sees to it that it is no other's. */
export function ExportAnswers({ lines }: { readonly lines: number }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="outlined" icon="export" label="导出台账" onClick={() => setOpen(true)} />
      <ExportDialog open={open} filter={NO_FILTER} matched={lines} onClose={() => setOpen(false)} />
    </>
  );
}
