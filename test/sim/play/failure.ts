/** A broken promise, told so that it can be played again: the seed, the fewest steps, and what they do. */
import { play } from './play.ts';
import { type Script, writeScript } from './script.ts';
import { shrink } from './shrink.ts';

export interface Failure {
  readonly law: string;
  readonly text: string;
}

/** Plays a script; null where every promise is kept. */
export async function failureOf(
  name: string,
  script: Script,
  shrinkMs: number,
): Promise<Failure | null> {
  const { broken } = await play(script);
  if (!broken) return null;
  const least = shrinkMs > 0 ? await shrink(script, broken.law, shrinkMs) : script;
  const { lines } = await play(least);
  const text = [
    `${name} breaks a promise: ${broken.law}`,
    `${least.steps.length} of ${script.steps.length} steps are enough:`,
    ...writeScript(least).map((line) => `  ${line}`),
    'They do this:',
    ...lines.map((line) => `  ${line}`),
  ];
  return { law: broken.law, text: text.join('\n') };
}
