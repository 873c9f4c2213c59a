/** 更正后重新开具: the problems of a voided notice, chosen again for the one in its place. */
import { useLocation } from 'preact-iso';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { chooseAnew } from '../issue/choose-anew.ts';

export function IssueCorrected({ notice }: { readonly notice: NoticeRow }) {
  const { route } = useLocation();
  const { db, session } = useWorkplace();
  const anew = useLive((store) => chooseAnew(store, notice), [notice]);
  if (anew === undefined) return null;
  if (anew === null) return <p>其中的问题都已列入别的通知书、移交或作废，没有可以重新开具的。</p>;
  const issue = async () => {
    const choice = await chooseAnew(db, notice);
    if (!choice) return;
    choice.keep(session.accountId);
    route('/notices/issue');
  };
  return (
    <p>
      <Button kind="primary" icon="stamp" onClick={issue}>
        更正后重新开具
      </Button>
    </p>
  );
}
