/**
 * What may be done with a problem now: the next step as a button, everything else behind
 * 更多, with the reason where it is not yet possible. Asks one table (`domain/finding-deeds`).
 */
import './finding-deeds.css';
import { useEffect, useState } from 'preact/hooks';
import {
  type Offer,
  type Offered,
  offersTo,
  sayOffered,
} from '../../../../domain/finding-offers.ts';
import { sayRefusal } from '../../../../protocol/refusals.ts';
import type { FindingRow } from '../../../../protocol/rows/index.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useDeskKeys } from '../../../ui/use-desk-keys.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { DEED_FORMS, DEED_ICONS, pageOf } from './deed-places.ts';
import { MoreDeeds } from './more-deeds.tsx';
import { useAsked } from './use-asked.ts';

/** What the work mostly goes on with, the likeliest first. */
const NEXT: readonly Offered[] = ['accept', 'recheck', 'review', 'fix'];

export function FindingDeeds(props: {
  readonly finding: FindingRow;
  /** Beside other buttons that matter more here, the next step is one of several. */
  readonly quiet?: boolean;
  /** At the desk, A takes the next step and R sends it back. */
  readonly keys?: boolean;
}) {
  const { finding, quiet = false, keys = false } = props;
  const { session, mutate } = useWorkplace();
  const asked = useAsked(finding.id);
  const [open, setOpen] = useState<Offered | 'more' | null>(null);
  useEffect(() => {
    if (asked) setOpen(asked.deed);
  }, [asked?.seq]);
  const offers = offersTo(session.role, finding).filter(({ deed }) => hasPlace(deed));
  const may = (deed: Offered) => offers.some((one) => one.deed === deed && one.why === null);
  const [next] = NEXT.filter(may);
  const direct = ['recheck', 'return'] as const;
  const beside = direct.filter((deed) => deed !== next && may(deed));
  const accept = async () => {
    const args = { id: finding.id, note: '' };
    const outcome = await mutate('reply.accept', args, `受理待复查：${finding.text}`);
    toast(outcome.ok ? '已受理，列入待复查' : sayRefusal(outcome.reason, outcome.detail));
  };
  const begin = (deed: Offered) => {
    setOpen(DEED_FORMS[deed] ? deed : null);
    if (deed === 'accept') accept();
  };
  useDeskKeys(
    keys
      ? {
          a: () => may('accept') && begin('accept'),
          r: () => may('return') && begin('return'),
        }
      : {},
  );
  if (offers.length === 0) return null;
  if (!offers.some(({ why }) => why === null)) return <Ended offers={offers} />;
  return (
    <div class="finding-deeds">
      {beside.map((deed) => (
        <Deed key={deed} deed={deed} finding={finding} kind="outlined" onBegin={begin} />
      ))}
      <Button kind="outlined" icon="more" size="main" onClick={() => setOpen('more')}>
        更多
      </Button>
      {next && (
        <Deed deed={next} finding={finding} kind={quiet ? 'outlined' : 'primary'} onBegin={begin} />
      )}
      <MoreDeeds
        open={open === 'more'}
        finding={finding}
        offers={offers}
        onBegin={begin}
        onClose={() => setOpen(null)}
      />
      {offers.map(({ deed }) => {
        const Form = DEED_FORMS[deed];
        const again = asked?.deed === deed ? asked : null;
        return (
          Form && (
            <Form
              key={`${deed} ${again?.seq ?? ''}`}
              finding={finding}
              open={open === deed}
              asked={again}
              onClose={() => setOpen(null)}
              onDone={(word) => {
                setOpen(null);
                toast(word);
              }}
            />
          )
        );
      })}
    </div>
  );
}

/** A deed is done at once, by a form, or on a screen of its own; one without either is not offered. */
function hasPlace(deed: Offered): boolean {
  return deed === 'accept' || DEED_FORMS[deed] !== undefined || pageOf(deed, '') !== null;
}

function Ended({ offers }: { readonly offers: readonly Offer[] }) {
  const [why = null] = offers.map((offer) => offer.why);
  return why === null ? null : <p class="t-second finding-deeds-ended">{why}</p>;
}

export function Deed(props: {
  readonly deed: Offered;
  readonly finding: FindingRow;
  readonly kind: 'primary' | 'outlined';
  readonly onBegin: (deed: Offered) => void;
}) {
  const { deed, finding, kind, onBegin } = props;
  const page = pageOf(deed, finding.id);
  return (
    <Button
      kind={kind}
      size="main"
      icon={DEED_ICONS[deed]}
      {...(page === null ? { onClick: () => onBegin(deed) } : { href: page })}
    >
      {sayOffered(deed)}
    </Button>
  );
}
