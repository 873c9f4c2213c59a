import { useState } from 'preact/hooks';
import { mayMakeLinks } from '../../../../domain/role.ts';
import type { NoticeRow } from '../../../../protocol/rows/index.ts';
import { Button } from '../../../ui/button.tsx';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { LinksDialog } from './links-dialog.tsx';

/** Beside 送达, for whoever may hand out a way in. */
export function LinksCall({ notice }: { readonly notice: NoticeRow }) {
  const { role } = useWorkplace().session;
  const [open, setOpen] = useState(false);
  if (!mayMakeLinks(role) || notice.state === 'voided') return null;
  return (
    <>
      <Button kind="plain" icon="key" onClick={() => setOpen(true)}>
        反馈链接
      </Button>
      <LinksDialog notice={notice} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
