/** One of the three lists, by unit, each with the letters that are suggested for it. */
import * as z from 'zod/mini';
import { sayUrgeStanding, type UrgeStanding } from '../../../domain/urge.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useKept } from '../findings/use-kept.ts';
import { useMore } from '../findings/use-more.ts';
import { byUnit, filterLines, type UrgeLine } from './urge-lists.ts';
import { UrgeRows } from './urge-rows.tsx';
import { UrgeTable } from './urge-table.tsx';

const Filter = z.object({ search: z.string(), unitId: z.string() });
const NO_FILTER = { search: '', unitId: '' };

export function UrgeTab(props: {
  readonly standing: UrgeStanding;
  readonly lines: readonly UrgeLine[];
  readonly mayIssue: boolean;
}) {
  const { standing, lines, mayIssue } = props;
  const [filter, setFilter] = useKept('xundian-urge', Filter, NO_FILTER);
  const units = useUnitsById();
  const desk = useMedia('(min-width: 1200px)');
  const unitName = (id: string) => units.get(id)?.shortName ?? id;
  const chosen = byUnit(filterLines(lines, filter, unitName));
  const { shown, foot } = useMore(chosen.length, `${standing} ${JSON.stringify(filter)}`);
  if (lines.length === 0) return <Nothing standing={standing} />;
  const choices = byUnit(lines).map(({ unitId, lines: own }) => ({
    value: unitId,
    label: `${unitName(unitId)} ${own.length}`,
  }));
  const drawn = chosen.slice(0, shown);
  return (
    <section class="urge-scroll" aria-label={sayUrgeStanding(standing)}>
      <div class="urge-head">
        <SearchBox
          label="搜索问题"
          placeholder="问题、点位、文号、单位"
          value={filter.search}
          onInput={(search) => setFilter({ ...filter, search })}
        />
        <FilterSelect
          label="责任单位"
          value={filter.unitId}
          choices={choices}
          onChange={(unitId) => setFilter({ ...filter, unitId })}
        />
      </div>
      {chosen.length === 0 ? (
        <Empty icon="search" text="没有符合条件的问题。">
          <Button kind="outlined" onClick={() => setFilter(NO_FILTER)}>
            清除条件
          </Button>
        </Empty>
      ) : desk ? (
        <UrgeTable units={drawn} unitName={unitName} mayIssue={mayIssue} />
      ) : (
        <UrgeRows units={drawn} unitName={unitName} mayIssue={mayIssue} />
      )}
      <div ref={foot} />
    </section>
  );
}

const WORDS: Record<UrgeStanding, string> = {
  soon: '没有临期的问题。',
  overdue: '没有超期的问题。',
  twice: '没有二次超期的问题：催办后又过了期限的，会列在这里。',
};

function Nothing({ standing }: { readonly standing: UrgeStanding }) {
  return (
    <Empty icon="check" text={WORDS[standing]}>
      <Button kind="outlined" href="/findings">
        看问题台账
      </Button>
    </Empty>
  );
}
