/** Stands for whatever address the program is served from. */
const HERE = 'http://here';

/** Where a sign-in leads on to: an address within the program, never another site and never the door again. */
export function destination(to: string | null | undefined): string {
  // A browser takes "\" for "/", and drops tabs and line ends: "/\host" is another site.
  if (!to?.startsWith('/') || !URL.canParse(to, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(to, HERE);
  const outside = origin !== HERE || pathname.startsWith('//');
  return outside || /^\/login(\/|$)/.test(pathname) ? '/' : pathname + search + hash;
}
