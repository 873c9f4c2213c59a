/**
 * The city's rows as the store has them, kept from one push to the next for as
 * long as the office says that none of them has changed.
 */
import { type Shelves, shelves } from './shelves.ts';

export interface CityShelves {
  readonly stored: Shelves<'stored'>;
  readonly lists: Shelves<'list'>;
}

export class CityMemory {
  #head = -1;
  #shelves: CityShelves = { stored: shelves(), lists: shelves() };

  /** What is known of the city as it is since that version. */
  since(cityHead: number): CityShelves {
    if (cityHead !== this.#head) {
      this.#head = cityHead;
      this.#shelves = { stored: shelves(), lists: shelves() };
    }
    return this.#shelves;
  }
}
