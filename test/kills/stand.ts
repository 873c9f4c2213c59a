/** An office, a line and a tablet for one run of kills. */
import type { OfficeServer } from '../e2e/support/office-server.ts';
import type { Stage } from '../e2e/support/stage.ts';
import type { Tablet } from '../e2e/support/tablet.ts';
import { HeldLine } from './line.ts';

export interface Stand {
  readonly server: OfficeServer;
  readonly line: HeldLine;
  readonly tablet: Tablet;
  readonly databaseUrl: string | undefined;
  readonly store: 'SQLite' | 'PostgreSQL';
}

/** @param databaseUrl of a fresh PostgreSQL database; undefined for SQLite */
export async function setUp(stage: Stage, databaseUrl: string | undefined): Promise<Stand> {
  const env: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : {};
  const server = await stage.launchServer({ env });
  const line = await HeldLine.open(server.url);
  const tablet = await stage.launchTablet({ baseUrl: line.url });
  const store = databaseUrl === undefined ? 'SQLite' : 'PostgreSQL';
  return { server, line, tablet, databaseUrl, store };
}
