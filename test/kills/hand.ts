/**
 * The hand on the tablet's glass: it taps and types on the app's own screens and
 * waits until they say that it is saved. It knows nothing of the program behind
 * them. All of `layHand` runs in the page, so that a tap costs no more than a tap.
 */

/** Two answers, so that every tap changes the one that stands. */
export type Tapped = 'met' | 'mostly';

/** The problem in the open form, as the device has it. */
export interface Written {
  readonly text: string;
  /** Hashes of its photos. */
  readonly photos: readonly string[];
}

export interface Issued {
  readonly id: string;
  /** As the screen says it. */
  readonly number: string;
}

export interface Hand {
  /** Ids of the checklist's items. */
  items(): string[];
  /** The answer that a tap would change to. */
  otherAnswer(itemId: string): Tapped;
  answer(itemId: string, verdict: Tapped): Promise<void>;
  /** Begins a visit at a point; answers its id. */
  beginVisit(pointId: string): Promise<string>;
  toVisit(id: string): Promise<void>;
  /** The form that is open or was left, else a new one. */
  openForm(): Promise<void>;
  /** True where a problem was begun and not saved. */
  hasDraft(): boolean;
  write(text: string): Promise<void>;
  /** Takes a photo into the open form; answers its hash. */
  takePhoto(seed: number): Promise<string>;
  written(): Promise<Written>;
  saveProblem(): Promise<void>;
  /** Opens the page on which a notice is issued; false where no problem waits for one. */
  toIssue(): Promise<boolean>;
  issue(): Promise<Issued>;
  toCustody(): Promise<void>;
  /** What the light at the top says. */
  light(): string;
  /** As when the network comes back. */
  wake(): void;
  /** Rows of the store's tables; of `jpeg` the hash of the bytes of what has not arrived. */
  read(tables: readonly string[]): Promise<Record<string, unknown[]>>;
}

declare global {
  interface Window {
    readonly hand: Hand;
  }
}

export function layHand(): void {
  const LATE_MS = 15_000;
  const NUMBER = /[^\s〔]+〔\d{4}〕[1-9]\d*号|编号待定/;
  const LABELS = { met: '符合', mostly: '基本符合' } as const;

  const until = <T>(what: string, find: () => T | null | undefined | false): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === null || found === undefined || found === false) return;
        end();
        resolve(found);
      };
      const late = setTimeout(() => {
        end();
        reject(new Error(`${location.pathname} does not show ${what}`));
      }, LATE_MS);
      // An image that has loaded changes no element.
      const watch = setInterval(look, 20);
      const observer = new MutationObserver(look);
      const end = () => {
        clearTimeout(late);
        clearInterval(watch);
        observer.disconnect();
      };
      observer.observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      look();
    });
  const all = <E extends HTMLElement>(selector: string) => [
    ...document.querySelectorAll<E>(selector),
  ];
  const button = (words: string) =>
    all<HTMLButtonElement>('button').find(
      (one) => !one.disabled && one.textContent?.trim() === words,
    );
  const press = async (words: string) => (await until(words, () => button(words))).click();
  const follow = (path: string) => {
    const link = document.createElement('a');
    link.href = path;
    document.body.append(link);
    link.click();
    link.remove();
  };
  const at = (path: string) => location.pathname === path;
  const form = () => document.querySelector<HTMLElement>('.problem-form');
  const hasDraft = () => form() !== null || button('接着写') !== undefined;
  const radio = (itemId: string, verdict: Tapped) => {
    const radios = all('[role=radio]').filter(
      (one) => one.closest('.item')?.id === `item-${itemId}`,
    );
    const found = radios.find((one) => one.textContent?.trim() === LABELS[verdict]);
    if (!found) throw new Error(`no answer ${verdict} for ${itemId}`);
    return found;
  };
  const isChosen = (itemId: string, verdict: Tapped) =>
    radio(itemId, verdict).getAttribute('aria-checked') === 'true';

  /** Noise, so that little to draw weighs several pieces; another picture for each seed. */
  const picture = async (seed: number): Promise<File> => {
    const canvas = new OffscreenCanvas(800, 600);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    const noise = pen.createImageData(canvas.width, canvas.height);
    const words = new Uint32Array(noise.data.buffer);
    let state = (seed * 2_654_435_761 + 1) >>> 0;
    for (let nth = 0; nth < words.length; nth += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      words[nth] = 0xff000000 | ((state >>> 8) & 0x7f7f7f);
    }
    pen.putImageData(noise, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    return new File([blob], `${seed}.jpg`, { type: 'image/jpeg' });
  };

  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const hashOf = async (jpeg: Blob) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await jpeg.arrayBuffer()));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const read: Hand['read'] = async (tables) => {
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('xundian-'));
    if (!known?.name) throw new Error('the tablet holds no store');
    const db = await settled(indexedDB.open(known.name));
    try {
      const tx = db.transaction([...tables], 'readonly');
      const rows = await Promise.all(
        tables.map((table) => settled<Record<string, unknown>[]>(tx.objectStore(table).getAll())),
      );
      const found: Record<string, unknown[]> = {};
      for (const [nth, table] of tables.entries()) found[table] = rows[nth] ?? [];
      const arrived = new Set(
        rows.flat().flatMap((row) => (row.state === 'arrived' ? [row.sha256] : [])),
      );
      const jpegs: unknown[] = [];
      for (const row of found.jpeg ?? []) {
        const { sha256, jpeg }: { sha256?: unknown; jpeg?: unknown } = Object(row);
        if (!(jpeg instanceof Blob)) continue;
        jpegs.push({ sha256, hash: arrived.has(sha256) ? sha256 : await hashOf(jpeg) });
      }
      return { ...found, jpeg: jpegs };
    } finally {
      db.close();
    }
  };
  const draft = async (): Promise<{ text: string; photos: { sha256: string }[] }> => {
    const rows: { text: string; photos: { sha256: string }[] }[] = JSON.parse(
      JSON.stringify((await read(['draft'])).draft),
    );
    const text = form()?.querySelector('textarea')?.value;
    const own = rows.find((row) => row.text === text);
    if (!own) throw new Error(`what is written is not kept: ${text}`);
    return own;
  };

  const hand: Hand = {
    items: () =>
      all('.item')
        .filter((item) => item.querySelector('[role=radiogroup]'))
        .map((item) => item.id.slice('item-'.length)),
    otherAnswer: (itemId) => (isChosen(itemId, 'met') ? 'mostly' : 'met'),
    async answer(itemId, verdict) {
      radio(itemId, verdict).click();
      await until('the answer', () => isChosen(itemId, verdict));
    },
    async beginVisit(pointId) {
      follow(`/points/${encodeURIComponent(pointId)}`);
      await press('开始检查');
      await until('a checklist', () => document.querySelector('[role=radiogroup]'));
      return location.pathname.split('/').at(-1) ?? '';
    },
    async toVisit(id) {
      if (!at(`/inspections/${id}`)) follow(`/inspections/${id}`);
      await until(
        'the checklist',
        () => at(`/inspections/${id}`) && document.querySelector('[role=radiogroup]'),
      );
    },
    hasDraft,
    async openForm() {
      if (!form())
        (button('接着写') ?? (await until('登记问题', () => button('登记问题')))).click();
      await until('the form', form);
    },
    async write(text) {
      const words = form()?.querySelector('textarea');
      if (!words) throw new Error('no form is open');
      words.value = text;
      words.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await until('that the draft is kept', () => form()?.textContent?.includes('草稿已存在本机'));
    },
    async takePhoto(seed) {
      const file = await picture(seed);
      const photos = () => all<HTMLImageElement>('.problem-form .photo img');
      const before = photos().length;
      const input = form()?.querySelector<HTMLInputElement>('input[type=file]');
      if (!input) throw new Error('no form is open');
      const chosen = new DataTransfer();
      chosen.items.add(file);
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await until('the photo', () => {
        const taken = photos()[before];
        return taken?.complete && taken.naturalWidth > 0;
      });
      const hash = (await draft()).photos[before]?.sha256;
      if (hash === undefined) throw new Error('a photo that the form shows is in no draft');
      return hash;
    },
    async written() {
      const { text, photos } = await draft();
      return { text, photos: photos.map(({ sha256 }) => sha256) };
    },
    async saveProblem() {
      await press('保存问题');
      await until('that the problem is saved', () => !hasDraft());
    },
    async toIssue() {
      follow('/notices/issue');
      await until('what can be issued', () => {
        const none = document.querySelector('.empty')?.textContent?.includes('没有等待');
        return at('/notices/issue') && (none || button('签发'));
      });
      return button('签发') !== undefined;
    },
    async issue() {
      await press('签发');
      await until('the notice', () => /^\/notices\/[0-9a-f-]{36}$/.test(location.pathname));
      const number = await until('its number', () => {
        const words = all('#app b, #app p, #app h1, #app h2, #app dd, #app span');
        return (
          button('打印') &&
          words.map((one) => NUMBER.exec(one.textContent ?? '')?.[0]).find(Boolean)
        );
      });
      return { id: location.pathname.split('/').at(-1) ?? '', number };
    },
    async toCustody() {
      follow('/sync');
      await until('同步', () => at('/sync') && button('立即同步'));
    },
    light: () => document.querySelector('.custody')?.textContent ?? '',
    wake: () => window.dispatchEvent(new Event('online')),
    read,
  };
  Object.defineProperty(window, 'hand', { value: hand });
}
