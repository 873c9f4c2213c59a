/** How the launch scripts speak: Chinese first, English beside it where something must be set up. */

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** What the person at the console has to mend; shown as two sentences, never as a stack. */
export class SetupError extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   */
  constructor(chinese, english) {
    super(`${chinese}\n${english}`);
    this.name = 'SetupError';
  }
}

/**
 * Runs a script's work and ends the process with a failing code where it fails.
 * @param {() => Promise<void>} work
 */
export async function runScript(work) {
  try {
    await work();
  } catch (error) {
    const shown = error instanceof SetupError ? error.message : error;
    console.error(shown);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
