/** Blocks that a page can't hold any more go to the next; only whole blocks move. */

export interface Block {
  /** Height in any unit, the same as the page's. */
  readonly height: number;
  /** A heading must not stand alone at the foot of a page. */
  readonly keepWithNext: boolean;
}

/**
 * The indexes of the blocks on each page. A block that is taller than a page gets
 * one of its own; there is always at least one page.
 */
export function paginate(blocks: readonly Block[], pageHeight: number): number[][] {
  const pages: number[][] = [];
  let page: number[] = [];
  let used = 0;
  for (const chain of chains(blocks)) {
    const height = chain.reduce((sum, at) => sum + (blocks[at]?.height ?? 0), 0);
    if (used + height > pageHeight && page.length > 0) {
      pages.push(page);
      page = [];
      used = 0;
    }
    page.push(...chain);
    used += height;
  }
  pages.push(page);
  return pages;
}

/** Runs of blocks that must stay together: headings and what follows them. */
function chains(blocks: readonly Block[]): number[][] {
  const found: number[][] = [];
  let open = false;
  blocks.forEach((block, at) => {
    const last = found[found.length - 1];
    if (open && last) last.push(at);
    else found.push([at]);
    open = block.keepWithNext;
  });
  return found;
}
