import './ui/base.css';
import './ui/tones.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { atRest } from './at-rest.ts';
import { enter } from './entry.ts';
import { listenForInstall } from './screens/account/install.ts';
import { registerServiceWorker } from './service-worker.ts';
import { loadTheRest } from './the-rest.ts';
import { followCity } from './ui/use-city.ts';
import { followCustody } from './ui/use-custody.ts';
import { followOffice } from './ui/use-office.ts';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has lost its #app.');

listenForInstall();
followOffice();
followCity();
followCustody();
render(<App />, root);
void begin();

/** Not awaited here: later screens import what this file is bundled with, and would wait for each other. */
async function begin(): Promise<void> {
  await enter();
  await atRest();
  await registerServiceWorker();
  await loadTheRest();
}
