/** What a first visit downloads before somebody can sign in and see the list; and all that a tablet keeps. */
import { readyForOffline } from '../e2e/support/local-store.ts';
import { firstScripts, gzipBytes, keptBytes } from '../support/first-load.ts';
import type { Bench } from './bench.ts';
import { atMost, round } from './figures.ts';
import type { Section } from './report.ts';

export async function measureFirstLoad({ stage }: Bench): Promise<Section[]> {
  const scripts = await firstScripts();
  const first = (await gzipBytes(scripts)) / 1024;
  const server = await stage.launchServer();
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  const page = await tablet.page('/login');
  await readyForOffline(page);
  const kept = (await keptBytes(page)) / 1e6;
  return [
    {
      title: 'First load',
      about:
        'Bytes, not times: the scripts that the page asks for before it can sign somebody in and show the list, and all that the service worker keeps.',
      lanes: [],
      figures: [
        {
          what: 'scripts for sign-in and today’s list, gzip',
          measured: `${scripts.size} files`,
          beside: '—',
          target: atMost(100, 'KB', first),
          rounds: [],
        },
        {
          what: 'the whole program on the tablet',
          measured: `${round(kept, 2)} MB`,
          beside: '—',
          target: atMost(4, 'MB', kept),
          rounds: [],
        },
      ],
    },
  ];
}
