/** The office's base map, by its setting: where a tile is fetched from. */

/** The shapes of the world's squares: at each zoom twice as many a side. */
const MAX_ZOOM = 22;
/** What `{s}` stands for: servers that have the same tiles. */
const SERVERS = ['a', 'b', 'c'];
/** A plain host, `{s}` in at most one place; no user, no password. */
const FAR = /^https?:\/\/[a-z0-9.-]*(?:\{s\}[a-z0-9.-]+|[a-z0-9])(?::\d{1,5})?\//i;

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export class Tiles {
  #template: string | null = null;

  set(tileUrl: string | null): void {
    this.#template = tileUrl !== null && isFar(tileUrl) ? tileUrl : null;
  }

  /** Null where the office has no base map of another host, or its map has no such tile. */
  addressOf(tile: Tile): string | null {
    return this.#template !== null && exists(tile) ? fill(this.#template, tile) : null;
  }
}

/** Whether the setting can be honoured: an own path or an http(s) address, with the three places. */
export function isTileUrl(tileUrl: string): boolean {
  const own = tileUrl.startsWith('/') && !tileUrl.startsWith('//');
  return (own || isFar(tileUrl)) && ['{x}', '{y}', '{z}'].every((part) => tileUrl.includes(part));
}

function isFar(template: string): boolean {
  return FAR.test(template) && URL.canParse(fill(template, { z: 0, x: 0, y: 0 }));
}

function exists({ z, x, y }: Tile): boolean {
  const side = 2 ** z;
  const within = (number: number, end: number) =>
    Number.isInteger(number) && number >= 0 && number < end;
  return within(z, MAX_ZOOM + 1) && within(x, side) && within(y, side);
}

function fill(template: string, { z, x, y }: Tile): string {
  return template
    .replaceAll('{s}', SERVERS[(x + y) % SERVERS.length] ?? '')
    .replaceAll('{z}', String(z))
    .replaceAll('{x}', String(x))
    .replaceAll('{y}', String(y));
}
