import type { ComponentChildren } from 'preact';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useLive } from '../../ui/use-live.ts';

/** A form about one problem: once it is read, where it is here, and while it may be said. */
export function WithFinding(props: {
  readonly id: string;
  readonly title: string;
  readonly may: (finding: FindingRow) => boolean;
  /** Why the form is not for it (any more). */
  readonly otherwise: string;
  readonly children: (finding: FindingRow) => ComponentChildren;
}) {
  const { id, title, may, otherwise, children } = props;
  const read = useLive(async (db) => ({ finding: await db.finding.get(id) }), [id]);
  const finding = read?.finding;
  if (finding && may(finding)) return <>{children(finding)}</>;
  const back = finding ? `/findings/${id}` : '/findings';
  return (
    <Page title={title} back={back}>
      {read && (
        <Empty
          icon="flag"
          text={finding ? otherwise : '本机没有这个问题，可能还没有同步到，或者不在您的范围内。'}
        >
          <Button kind="outlined" href={back}>
            {finding ? '看这个问题' : '看问题列表'}
          </Button>
        </Empty>
      )}
    </Page>
  );
}
