/** The device's own storage failing: never silent, always with what the person can do. */

export type StorageTroubleCode = 'quota' | 'timeout' | 'newer' | 'closed' | 'rules' | 'failed';

const SENTENCES: Record<StorageTroubleCode, string> = {
  quota: '本机存储空间不足，这一步没有保存。请清理平板空间后再试',
  timeout: '本机存储没有响应，请关闭其他巡点页面后重新打开',
  newer: '本机数据由更新版本的程序建立，请联网更新后再打开，内容都在',
  closed: '本机存储被系统关闭，这一步没有保存。请重新打开页面',
  rules: '程序没有载入完整，这一步没有保存。请联网后重新打开页面',
  failed: '本机存储出错，这一步没有保存。请重新打开页面',
};

const CODES: Readonly<Record<string, StorageTroubleCode>> = {
  QuotaExceededError: 'quota',
  TimeoutError: 'timeout',
  VersionError: 'newer',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
};

export class StorageTrouble extends Error {
  readonly code: StorageTroubleCode;

  constructor(code: StorageTroubleCode, cause: unknown, doing = '') {
    super(doing === '' ? `${SENTENCES[code]}。` : `${doing}：${SENTENCES[code]}。`, { cause });
    this.name = 'StorageTrouble';
    this.code = code;
  }

  static of(error: unknown, doing = ''): StorageTrouble {
    if (error instanceof StorageTrouble) return error;
    return new StorageTrouble(troubleCode(error), error, doing);
  }
}

/** The sentence of a trouble that was written down by its code. */
export function sayTrouble(code: string): string {
  const known = Object.entries(SENTENCES).find(([one]) => one === code);
  return known?.[1] ?? SENTENCES.failed;
}

/** Dexie wraps the browser's error in its own; the cause says what it was. */
export function troubleCode(error: unknown): StorageTroubleCode {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; depth += 1) {
    const code = CODES[at.name];
    if (code) return code;
    at = Reflect.get(at, 'inner') ?? at.cause;
  }
  return 'failed';
}

/** Safari has storage promises that never settle; a person must not wait for one. */
export async function withTimeout<T>(work: PromiseLike<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StorageTrouble('timeout', null)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
