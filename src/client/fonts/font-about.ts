/** What a font is that neither the box of this program nor the office's rows know: of a version before. */
import { BoxFont, fontAboutUrl } from '../../protocol/fonts.ts';
import { canKeepFonts } from './font-cache.ts';

const CACHE = 'paper-font-facts';

/** Null where it is neither kept here nor given by the office now. */
export async function fontAbout(sha256: string): Promise<BoxFont | null> {
  const kept = canKeepFonts() ? await (await caches.open(CACHE)).match(fontAboutUrl(sha256)) : null;
  const response = kept ?? (await ask(sha256));
  if (!response) return null;
  const about = BoxFont.safeParse(await response.json());
  return about.success ? about.data : null;
}

async function ask(sha256: string): Promise<Response | null> {
  const response = await fetch(fontAboutUrl(sha256)).catch(() => null);
  if (!response?.ok) return null;
  if (canKeepFonts()) {
    await (await caches.open(CACHE)).put(fontAboutUrl(sha256), response.clone());
  }
  return response;
}
