import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { runChild } from '../../src/launch/child.mjs';
import { hashOf } from '../../src/launch/files.mjs';
import { requireNode } from '../../src/launch/node-version.mjs';
import { sayOutcome } from '../../src/launch/outcome.mjs';
import { stagesFor } from '../../src/launch/stages.mjs';
import { ROOT } from '../support/walls/source-file.ts';

test.each(['18.20.4', '20.18.3', '19.9.0'])('Node %s is refused in both languages', (version) => {
  expect(() => requireNode(version)).toThrow(/需要 Node\.js 20\.19[\s\S]*Node\.js 20\.19 or newer/);
});

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s will do', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test('the last line counts what passed, failed and was skipped', () => {
  expect(sayOutcome({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(sayOutcome({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
});

test('the hash of the sources follows their contents and names, and needs no file to be there', async () => {
  const domain = await hashOf(['src/domain']);
  expect(await hashOf(['src/domain'])).toBe(domain);
  expect(await hashOf(['src/domain/civil.ts'])).not.toBe(domain);
  expect(await hashOf(['src/domain', 'no/such/folder'])).toBe(domain);
  expect(await hashOf(['tsconfig.json'])).not.toBe(await hashOf(['index.html']));
});

test('everything is checked, in the order of what is quickest to fail', async () => {
  const names = async (...args: string[]) => (await stagesFor(args)).map((stage) => stage.name);
  expect(await names()).toEqual(['types', 'lint', 'vitest', 'sim', 'build', 'e2e']);
  expect(await names('--only', 'unit')).toEqual(['vitest']);
  expect(await names('--only', 'sim')).toEqual(['vitest', 'sim']);
  expect(await names('--only', 'e2e')).toEqual(['build', 'e2e']);
  expect(await names('test/domain/civil.test.ts')).toEqual(['vitest']);
  expect(await names('test/e2e/offline.spec.ts')).toEqual(['build', 'e2e']);
  await expect(names('--only', 'nonsense')).rejects.toThrow('types、lint、unit');
});

test('a child’s failing code is told', async () => {
  expect(await runChild(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
});

test('a signal to a launch script ends its child first, and the script by that signal', async () => {
  const nap =
    'process.on("SIGTERM", () => { console.log("child ended"); process.exit(0); }); console.log("child up"); setInterval(() => {}, 1000)';
  const script = `import { runChild } from './src/launch/child.mjs'; await runChild(process.execPath, ['-e', ${JSON.stringify(nap)}]); console.log('not reached');`;
  const parent = execFile(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT });
  let output = '';
  parent.stdout?.on('data', (text: string) => {
    output += text;
    if (text.includes('child up')) parent.kill('SIGTERM');
  });
  const signal = await new Promise((resolve) => {
    parent.once('close', (_code, by) => resolve(by));
  });
  expect(signal).toBe('SIGTERM');
  expect(output).toBe('child up\nchild ended\n');
});
