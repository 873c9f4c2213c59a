/** `import FILE`: a 离线包 into the office's store. */
import { existsSync } from 'node:fs';
import { StartRefusal } from '../store/start-refusal.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { importParcel } from './import-parcel.ts';
import type { Verb } from './verb.ts';

export const importVerb: Verb = {
  usage: `  import 离线包文件 [--data 数据目录] [--out 目录]
    导入离线包。可以导入多次，效果与一次相同；服务器正在运行也可以导入。
    口令在终端里输入，或放在环境变量 XUNDIAN_PASSPHRASE 里。
    --out 目录：把未被接受的内容、没写完的内容和它们的照片另存到这个目录。`,
  about: 'one',
  check({ subject, at }) {
    if (!existsSync(at(subject))) throw new StartRefusal(`没有这个文件：${subject}`);
  },
  async run({ subject, at, env, ...job }) {
    const passphrase = await askPassphrase(env);
    await importParcel({ ...job, file: at(subject), passphrase });
    return true;
  },
};
