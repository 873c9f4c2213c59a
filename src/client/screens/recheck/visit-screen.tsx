/** 复查 and 当场整改: on the spot, offline. Whether it may be done is asked of the problem's own table. */
import { type Offered, offersTo, sayOffered } from '../../../domain/finding-offers.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { VisitKind } from './visit-draft.ts';
import { VisitForm } from './visit-form.tsx';

export function RecheckScreen({ id }: { readonly id: string }) {
  return <VisitScreen key={id} id={id} kind="recheck" />;
}

export function FixScreen({ id }: { readonly id: string }) {
  return <VisitScreen key={id} id={id} kind="fix" />;
}

function VisitScreen({ id, kind }: { readonly id: string; readonly kind: VisitKind }) {
  const { role } = useWorkplace().session;
  const read = useLive(async (db) => ({ finding: await db.finding.get(id) }), [id]);
  const title = sayOffered(kind);
  const back = `/findings/${id}`;
  if (!read)
    return (
      <Page title={title} back={back}>
        {null}
      </Page>
    );
  const { finding } = read;
  const why = finding
    ? whyNot(kind, offersTo(role, finding))
    : '本机没有这个问题，可能还没有同步到，或者不在您的范围内。';
  if (!finding || why !== null) {
    return (
      <Page title={title} back={back}>
        <Empty icon="flag" text={why ?? ''}>
          <Button kind="outlined" href={finding ? back : '/findings'}>
            {finding ? '看这个问题' : '看问题列表'}
          </Button>
        </Empty>
      </Page>
    );
  }
  return <VisitForm finding={finding} kind={kind} />;
}

function whyNot(kind: Offered, offers: ReturnType<typeof offersTo>): string | null {
  const offer = offers.find(({ deed }) => deed === kind);
  if (!offer) return `只有督查员和督查负责人可以做${sayOffered(kind)}。`;
  return offer.why === null ? null : `${offer.why}。`;
}
