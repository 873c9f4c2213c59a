/** One test's servers and tablets, and their end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { OfficeServer, type ServerPlace } from './office-server.ts';
import { Tablet, type TabletForm } from './tablet.ts';
import { WatchedLine } from './watched-line.ts';

export class Stage {
  readonly #folders: string[] = [];
  readonly #servers: OfficeServer[] = [];
  readonly #tablets: Tablet[] = [];
  readonly #lines: WatchedLine[] = [];

  async folder(name: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), `xundian-${name}-`));
    this.#folders.push(folder);
    return folder;
  }

  /** A running server; by default on a free port with an empty data folder, so that it loads the sample city. */
  async launchServer(place: Partial<ServerPlace> = {}): Promise<OfficeServer> {
    const server = new OfficeServer({
      ...place,
      port: place.port ?? (await freePort()),
      dataDir: place.dataDir ?? (await this.folder('data')),
    });
    this.#servers.push(server);
    await server.start();
    return server;
  }

  /** A tablet that is on; by default with a new profile. */
  async launchTablet(form: Omit<TabletForm, 'userDataDir'> & Partial<TabletForm>): Promise<Tablet> {
    const tablet = new Tablet({
      ...form,
      userDataDir: form.userDataDir ?? (await this.folder('tablet')),
    });
    this.#tablets.push(tablet);
    await tablet.open();
    return tablet;
  }

  /** A line to the server, for a tablet's address in place of the server's own. */
  async openLine(server: OfficeServer): Promise<WatchedLine> {
    const line = await WatchedLine.open(server.url);
    this.#lines.push(line);
    return line;
  }

  async strike(): Promise<void> {
    for (const tablet of this.#tablets) await tablet.kill9();
    for (const line of this.#lines) await line.close();
    for (const server of this.#servers) await server.kill9();
    for (const folder of this.#folders) {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  }
}
