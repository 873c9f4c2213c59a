/** Lays blocks out on A4 sheets: measured where they stand, moved whole, numbered as a paper is. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { paginate } from '../../../document/paginate.ts';

export interface FlowBlock {
  readonly key: string;
  readonly content: ComponentChildren;
  readonly keepWithNext?: boolean;
  /** A row of the section's table. */
  readonly row?: boolean;
}

export interface Section {
  readonly key: string;
  readonly blocks: readonly FlowBlock[];
  /** Its head stands again over the rows on every further page. */
  readonly table?: {
    readonly name: string;
    readonly columns: ComponentChildren;
    readonly head: ComponentChildren;
  };
  /** 送达回证 bears no page number. */
  readonly numbered: boolean;
}

/** Height of the text block in CSS px at 96 dpi. */
const PAGE_HEIGHT = (225 / 25.4) * 96;

type Layout = Readonly<Record<string, readonly (readonly number[])[]>>;

export function SheetFlow(props: {
  readonly sections: readonly Section[];
  readonly mark: ComponentChildren;
}) {
  const root = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<Layout>({});
  useLayoutEffect(() => {
    const measure = () => {
      if (root.current === null) return;
      const next = layOut(root.current, props.sections);
      setLayout((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    measure();
    // Heights change when a font that the paper asks for arrives late.
    let alive = true;
    document.fonts.ready.then(() => {
      if (alive) measure();
    }, console.warn);
    return () => {
      alive = false;
    };
  }, [props.sections]);
  let page = 0;
  return (
    <div ref={root} class="sheets">
      {props.sections.map((section) =>
        pagesOf(section, layout[section.key]).map((indexes, at) => {
          if (section.numbered) page += 1;
          return (
            <section key={`${section.key}.${at}`} class="sheet">
              {props.mark}
              <SheetBlocks section={section} indexes={indexes} />
              {section.numbered && (
                <p class={page % 2 === 1 ? 'sheet-number odd' : 'sheet-number'}>— {page} —</p>
              )}
            </section>
          );
        }),
      )}
    </div>
  );
}

/** All on one page until measured; a layout of other blocks than these is of no use. */
function pagesOf(section: Section, pages: Layout[string] | undefined) {
  const all = section.blocks.map((_, at) => at);
  if (!pages || pages.flat().length !== all.length) return [all];
  return pages;
}

function SheetBlocks(props: { readonly section: Section; readonly indexes: readonly number[] }) {
  const { table } = props.section;
  const blocks = props.indexes.flatMap((at) => props.section.blocks[at] ?? []);
  const lead = blocks.filter((block) => !block.row && blocks.indexOf(block) < firstRow(blocks));
  const rows = blocks.filter((block) => block.row);
  const tail = blocks.filter((block) => !block.row && !lead.includes(block));
  return (
    <div class="sheet-text">
      {lead.map(place)}
      {rows.length > 0 && (
        <table class="sheet-table" aria-label={table?.name}>
          <colgroup>{table?.columns}</colgroup>
          <thead class="sheet-table-head">{table?.head}</thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-block={row.key}>
                {row.content}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {tail.map(place)}
    </div>
  );
}

function firstRow(blocks: readonly FlowBlock[]): number {
  const at = blocks.findIndex((block) => block.row);
  return at < 0 ? blocks.length : at;
}

function place(block: FlowBlock) {
  return (
    <div key={block.key} data-block={block.key} class="sheet-block">
      {block.content}
    </div>
  );
}

function layOut(root: HTMLElement, sections: readonly Section[]): Layout {
  const heights = new Map<string, number>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-block]')) {
    heights.set(element.dataset.block ?? '', element.offsetHeight);
  }
  const head = root.querySelector<HTMLElement>('.sheet-table-head')?.offsetHeight ?? 0;
  return Object.fromEntries(
    sections.map((section) => {
      const blocks = section.blocks.map((block) => ({
        height: heights.get(block.key) ?? 0,
        keepWithNext: block.keepWithNext === true,
      }));
      return [section.key, paginate(blocks, PAGE_HEIGHT - (section.table ? head : 0))];
    }),
  );
}
