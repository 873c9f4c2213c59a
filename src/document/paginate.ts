/** Blocks that a page can't hold any more go to the next; only whole blocks move. */

export interface Block {
  /** Height in any unit, the same as the page's. */
  readonly height: number;
  /** A heading must not stand alone at the foot of a page. */
  readonly keepWithNext: boolean;
}

/**
 * The indexes of the blocks on each page; `used` of the first page is taken already. What
 * keeps together but is taller than a page is parted; a block that is taller than a page gets
 * one of its own; there is always at least one page.
 */
export function paginate(blocks: readonly Block[], pageHeight: number, used = 0): number[][] {
  const pages: number[][] = [];
  let page: number[] = [];
  let filled = used;
  for (const chain of chains(blocks, pageHeight)) {
    const height = heightOf(blocks, chain);
    if (filled + height > pageHeight && (page.length > 0 || filled > 0)) {
      pages.push(page);
      page = [];
      filled = 0;
    }
    page.push(...chain);
    filled += height;
  }
  pages.push(page);
  return pages;
}

/** Runs of blocks that must stay together: headings and what follows them. */
function chains(blocks: readonly Block[], pageHeight: number): number[][] {
  const found: number[][] = [];
  let open = false;
  blocks.forEach((block, at) => {
    const last = found[found.length - 1];
    if (open && last) last.push(at);
    else found.push([at]);
    open = block.keepWithNext;
  });
  return found.flatMap((chain) =>
    heightOf(blocks, chain) > pageHeight ? chain.map((at) => [at]) : [chain],
  );
}

function heightOf(blocks: readonly Block[], indexes: readonly number[]): number {
  return indexes.reduce((sum, at) => sum + (blocks[at]?.height ?? 0), 0);
}
