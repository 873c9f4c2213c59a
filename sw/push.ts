/** What the office sends to a device whose person asked for it: a title and where it leads, nothing of anyone. */

declare const self: ServiceWorkerGlobalScope;

interface Pushed {
  readonly title: string;
  readonly link: string;
}

/** Shown whatever came: a browser takes the permission away where nothing is. */
export function showPush(event: PushEvent): Promise<void> {
  const { title, link } = readPush(event.data?.text() ?? '');
  return self.registration.showNotification('巡点', {
    body: title === '' ? '有新消息' : `有新消息：${title}`,
    icon: '/icons/icon-192.png',
    lang: 'zh-CN',
    // Another one takes the place of the one before: a lock screen is no list.
    tag: 'xundian-message',
    data: link,
  });
}

/** Leads to what it is about, in a page that is open where there is one. */
export async function openPushed(event: NotificationEvent): Promise<void> {
  event.notification.close();
  const data: unknown = event.notification.data;
  const link = typeof data === 'string' ? ownPath(data) : '/messages';
  const pages = await self.clients.matchAll({ type: 'window' });
  const page = pages[0];
  if (!page) {
    await self.clients.openWindow(link);
    return;
  }
  // Where the browser will not bring the page to the front, it still goes there.
  await page.focus().catch(() => null);
  await page.navigate(link);
}

function readPush(text: string): Pushed {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said !== 'object' || said === null) return { title: '', link: '/messages' };
    const title: unknown = Reflect.get(said, 'title');
    const link: unknown = Reflect.get(said, 'link');
    return {
      title: typeof title === 'string' ? title.slice(0, 40) : '',
      link: typeof link === 'string' ? ownPath(link) : '/messages',
    };
  } catch {
    // Not of this version's making: that there is something is still worth saying.
    return { title: '', link: '/messages' };
  }
}

/** A path of this app and nothing else. */
function ownPath(link: string): string {
  return /^\/(?!\/)[\w/.:@-]*$/.test(link) ? link : '/messages';
}
