import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import type { PaperOffer } from './paper-offer.ts';
import { ShareDialog } from './share-dialog.tsx';

const WORDS = '导出与分享';

/** The button that takes papers along as files. */
export function SharePapers(props: {
  readonly papers: readonly PaperOffer[];
  /** Without words, where there is no room for them. */
  readonly alone: boolean;
}) {
  const [open, setOpen] = useState(false);
  const shared = { kind: 'outlined', icon: 'export', onClick: () => setOpen(true) } as const;
  return (
    <>
      {props.alone ? <Button {...shared} label={WORDS} /> : <Button {...shared}>{WORDS}</Button>}
      <ShareDialog open={open} onClose={() => setOpen(false)} offers={open ? props.papers : []} />
    </>
  );
}
