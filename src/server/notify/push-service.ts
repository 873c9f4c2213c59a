/**
 * The push services of the browsers' makers, by host. Where a device is to be reached
 * is said by its browser, that is by anyone who is signed in: any other host could be
 * a machine of the office's own network.
 */
const SERVICES = [
  'googleapis.com',
  'push.services.mozilla.com',
  'notify.windows.com',
  'push.apple.com',
  'push.dbankcloud.cn',
] as const;

export function isPushService(endpoint: URL): boolean {
  const { protocol, hostname, port } = endpoint;
  if (protocol !== 'https:' || port !== '') return false;
  return SERVICES.some((service) => hostname === service || hostname.endsWith(`.${service}`));
}
