/** What only a Debian root may do: install a missing test partner with apt. */
import { runChild } from './child.mjs';
import { readIfThere } from './files.mjs';
import { messageOf, say } from './say.mjs';

export async function mayUseApt() {
  const release = (await readIfThere('/etc/os-release')) ?? '';
  return process.getuid?.() === 0 && /^ID=debian$/m.test(release);
}

/**
 * Installs packages; false where apt would not.
 * @param {readonly string[]} packages
 */
export async function aptInstall(packages) {
  say(`正在用 apt-get 安装：${packages.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runChild('apt-get', ['update', '-q'], { env, quiet: true });
    const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
    return (await runChild('apt-get', args, { env, quiet: true })) === 0;
  } catch (error) {
    say(`apt-get 没有运行成功：${messageOf(error)}`);
    return false;
  }
}
