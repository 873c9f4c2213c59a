/** The passphrase from the console, shown to nobody, or from XUNDIAN_PASSPHRASE. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { StartRefusal } from '../store/start-refusal.ts';

const NONE =
  '没有口令。请在终端里运行并输入口令，或放在环境变量 XUNDIAN_PASSPHRASE 里（不要写在命令里）';

export async function askPassphrase(
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const given = env.XUNDIAN_PASSPHRASE;
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) throw new StartRefusal(NONE);
  process.stdout.write('离线包的口令（输入时不显示）：');
  // The library edits the line and echoes it into nothing.
  const nowhere = new Writable({ write: (_bytes, _encoding, done) => done() });
  const console = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      console.once('SIGINT', () => reject(new StartRefusal('没有导入')));
      console.once('line', resolve);
    });
  } finally {
    console.close();
    process.stdout.write('\n');
  }
}
