/** 待复查: what the units have answered and somebody is to look at, the nearest first. */
import './rechecks.css';
import { sayMoment } from '../../../domain/civil.ts';
import { sayDistance } from '../../../domain/place.ts';
import { askPlace, lastPlace, place } from '../../devices/place.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FindingSign } from '../../ui/finding-sign.tsx';
import { Growing } from '../../ui/growing.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { toast } from '../../ui/toast.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useMedia } from '../../ui/use-media.ts';
import type { ToRecheck } from './rechecks.ts';
import { useRechecks } from './use-rechecks.ts';

export function RechecksScreen() {
  const all = useRechecks();
  if (!all)
    return (
      <Page title="待复查" back="/findings">
        {null}
      </Page>
    );
  const accepted = all.filter((one) => one.accepted);
  const rest = all.filter((one) => !one.accepted);
  return (
    <Page
      title="待复查"
      facts={`已受理 ${accepted.length} · 刚反馈 ${rest.length}`}
      back="/findings"
      tools={all.length > 0 && <Nearest />}
    >
      {all.length === 0 ? (
        <Empty icon="check" text="没有待复查的问题。责任单位反馈后会自动出现在这里。">
          <Button kind="outlined" href="/findings">
            看问题列表
          </Button>
        </Empty>
      ) : (
        <div class="rechecks">
          <Group name="已受理，待复查" rows={accepted} />
          <Group name="刚反馈，还没有受理；顺路也可以复查" rows={rest} />
        </div>
      )}
    </Page>
  );
}

function Group(props: { readonly name: string; readonly rows: readonly ToRecheck[] }) {
  const { name, rows } = props;
  const units = useUnitsById();
  if (rows.length === 0) return null;
  return (
    <section aria-label={name}>
      <h2 class="rechecks-head">
        {name} {rows.length}
      </h2>
      <Growing
        rows={rows}
        of={name}
        render={({ finding, metres }) => (
          <Row
            key={finding.id}
            small
            title={finding.text}
            lead={<FindingSign state={finding.state} size={22} />}
            second={
              <span>
                {finding.pointName} · {units.get(finding.unitId)?.shortName ?? finding.unitId}
                {finding.repliedAt !== null && ` · ${sayMoment(finding.repliedAt)}反馈`}
              </span>
            }
            end={
              <>
                {metres !== null && <b>{sayDistance(metres)}</b>}
                {finding.rework > 0 && <span>退回过 {finding.rework} 次</span>}
              </>
            }
            href={`/findings/${finding.id}/recheck`}
          />
        )}
      />
    </section>
  );
}

/** A position is asked for only on the person's word. */
function Nearest() {
  const asking = place.value.kind === 'asking';
  // On a phone the screen's name needs the room.
  const wide = useMedia('(min-width: 720px)');
  const ask = async () => {
    const state = await askPlace();
    if (state.kind === 'failed') toast(state.message);
  };
  const words = asking ? '正在定位' : lastPlace.value ? '重新定位' : '由近到远';
  return wide ? (
    <Button kind="outlined" icon="locate" disabled={asking} onClick={ask}>
      {words}
    </Button>
  ) : (
    <Button kind="outlined" icon="locate" label={words} disabled={asking} onClick={ask} />
  );
}
