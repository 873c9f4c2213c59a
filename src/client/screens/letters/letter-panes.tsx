/** Letters as a list; the chosen one's paper beside it where there is room. */
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { LETTER_KINDS, sayLetterKind } from '../../../domain/letter.ts';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { Pane } from '../../ui/pane.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useKept } from '../findings/use-kept.ts';
import { PaperView } from '../notice/paper-view.tsx';
import { LetterRows } from './letter-rows.tsx';
import './letters.css';
import { useLetterOffer } from './use-letter-offer.ts';
import { filterLetters, NO_LETTER_FILTER } from './use-letters.ts';

const Filter = z.object({ search: z.string(), kind: z.string() });

export function LetterPanes(props: {
  readonly letters: readonly LetterRow[];
  /** The address of this list. */
  readonly place: string;
}) {
  const { letters, place } = props;
  const { query, route } = useLocation();
  const wide = useMedia('(min-width: 960px)');
  const [filter, setFilter] = useKept('xundian-letters', Filter, NO_LETTER_FILTER);
  const chosen = wide ? (query.id ?? null) : null;
  const letter = letters.find(({ id }) => id === chosen);
  const view = useLetterOffer(letter);
  const shown = filterLetters(letters, filter);
  if (letters.length === 0) return <None />;
  const kinds = LETTER_KINDS.filter((kind) => letters.some((one) => one.kind === kind));
  return (
    <div class="letter-panes">
      <Pane
        label="已发文书"
        width={wide ? 'list' : 'fill'}
        head={
          <div class="letters-head">
            <SearchBox
              label="搜索文书"
              placeholder="文号、单位"
              value={filter.search}
              onInput={(search) => setFilter({ ...filter, search })}
            />
            {kinds.length > 1 && (
              <FilterSelect
                label="文种"
                value={filter.kind}
                choices={kinds.map((kind) => ({ value: kind, label: sayLetterKind(kind) }))}
                onChange={(kind) => setFilter({ ...filter, kind })}
              />
            )}
          </div>
        }
      >
        {shown.length === 0 ? (
          <Empty icon="search" text="没有符合条件的文书。">
            <Button kind="outlined" onClick={() => setFilter(NO_LETTER_FILTER)}>
              清除条件
            </Button>
          </Empty>
        ) : (
          <LetterRows
            letters={shown}
            chosen={chosen}
            onChoose={
              wide
                ? (id) => route(`${place}${place.includes('?') ? '&' : '?'}id=${id}`, true)
                : null
            }
            reset={JSON.stringify(filter)}
          />
        )}
      </Pane>
      {wide && (
        <Pane label="纸样" ground="sunk">
          {letter && view ? (
            <PaperView
              key={letter.id}
              paper={view.offer.paper}
              fonts={view.offer.fonts}
              words={
                <Button kind="plain" href={`/letters/${letter.id}`} iconEnd="chevron-right">
                  打开这份文书
                </Button>
              }
            />
          ) : (
            shown.length > 0 && <Empty icon="notice" text="在左边选一份文书，这里看纸样。" />
          )}
        </Pane>
      )}
    </div>
  );
}

function None() {
  return (
    <Empty icon="notice" text="还没有发过提示、催办、督办单或通报。">
      <Button kind="outlined" href="/urge">
        看临期和超期的问题
      </Button>
    </Empty>
  );
}
