/**
 * Holds something for as long as the page is there: a page that was left may live on in
 * the browser's memory, and its open lines count against the few that a browser allows.
 * @returns ends it for good
 */
export function whileShown(begin: () => () => void, page: EventTarget = window): () => void {
  let end = begin();
  const hide = () => end();
  const show = (event: Event) => {
    if ('persisted' in event && event.persisted) end = begin();
  };
  page.addEventListener('pagehide', hide);
  page.addEventListener('pageshow', show);
  return () => {
    page.removeEventListener('pagehide', hide);
    page.removeEventListener('pageshow', show);
    end();
  };
}
