/** Child processes of the launch scripts: none is ever left behind when a script is told to end. */
import { spawn } from 'node:child_process';
import { ROOT } from './place.mjs';

/** @type {readonly NodeJS.Signals[]} */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command to its end on this console and resolves to its exit code. A
 * signal to this process goes on to the child, and ends this process after it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, quiet?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      shell: options.shell ?? false,
      stdio: ['ignore', options.quiet ? 'ignore' : 'inherit', 'inherit'],
    });
    /** @type {NodeJS.Signals | null} */
    let told = null;
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      told = signal;
      child.kill(signal);
    };
    for (const signal of ENDING) process.on(signal, pass);
    const release = () => {
      for (const signal of ENDING) process.off(signal, pass);
    };
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('exit', (code) => {
      release();
      if (told) process.kill(process.pid, told);
      else resolve(code ?? 1);
    });
  });
}

/**
 * Runs a Node script of this checkout.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runNode(args, env) {
  return runChild(process.execPath, args, { env });
}
