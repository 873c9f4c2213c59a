import { signal } from '@preact/signals';

/** What Chromium hands out where the program can be put on the home screen. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

const offered = signal<InstallPrompt | null>(null);

/** True while the browser offers to put the program on the home screen. */
export function installOffered(): boolean {
  return offered.value !== null;
}

export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isPrompt(event)) offered.value = event;
  });
  addEventListener('appinstalled', () => {
    offered.value = null;
  });
}

export async function install(): Promise<void> {
  const prompt = offered.value;
  offered.value = null;
  await prompt?.prompt();
}

/** Whether the program already runs from the home screen. */
export function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches;
}

function isPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function';
}
