/** All that this person may ever do with a problem; what is not possible now says why. */
import './finding-deeds.css';
import { useLocation } from 'preact-iso';
import { type Offer, type Offered, sayOffered } from '../../../../domain/finding-offers.ts';
import type { FindingRow } from '../../../../protocol/rows/index.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { DEED_ICONS, pageOf } from './deed-places.ts';

export function MoreDeeds(props: {
  readonly open: boolean;
  readonly finding: FindingRow;
  readonly offers: readonly Offer[];
  readonly onBegin: (deed: Offered) => void;
  readonly onClose: () => void;
}) {
  const { open, finding, offers, onBegin, onClose } = props;
  const { route } = useLocation();
  const begin = (deed: Offered) => {
    const page = pageOf(deed, finding.id);
    if (page === null) onBegin(deed);
    else route(page);
  };
  return (
    <Dialog title="可以做的事" open={open} onClose={onClose} look="sheet">
      <ul class="more-deeds">
        {offers.map(({ deed, why }) => (
          <li key={deed}>
            <button type="button" disabled={why !== null} onClick={() => begin(deed)}>
              <Icon name={DEED_ICONS[deed]} size={22} />
              <span>
                <b>{sayOffered(deed)}</b>
                {why !== null && <small>{why}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
