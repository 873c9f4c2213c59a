import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import type { PaperOffer } from './paper-offer.ts';
import { ShareDialog } from './share-dialog.tsx';

/** The button that takes a notice's papers along as files. */
export function ShareNotice({ papers }: { readonly papers: readonly PaperOffer[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="outlined" icon="export" onClick={() => setOpen(true)}>
        导出与分享
      </Button>
      <ShareDialog open={open} onClose={() => setOpen(false)} offers={open ? papers : []} />
    </>
  );
}
