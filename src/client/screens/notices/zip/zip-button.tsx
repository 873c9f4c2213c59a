import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { later } from '../../../ui/later.tsx';

const ZipDialog = later(async () => (await import('./zip-dialog.tsx')).ZipDialog);

/** On the desk: the notices of a round, taken along together. */
export function ZipButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="outlined" icon="export" onClick={() => setOpen(true)}>
        打包下载
      </Button>
      {open && <ZipDialog open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
