/**
 * LibreOffice, as an office has it: converts DOCX to PDF, all in one start. It sees the
 * fonts of the box alone, by the names of the office's: the same lines on every machine.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findLibreOffice } from '../../../src/launch/libre-office.mjs';
import { onPath } from '../../../src/launch/on-path.mjs';

const require = createRequire(import.meta.url);

const FONTS = {
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf': {
    family: 'Noto Serif SC',
    bears: ['仿宋_GB2312', '楷体_GB2312', '宋体', '方正小标宋简体'],
  },
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf': {
    family: 'Noto Sans SC Medium',
    bears: ['黑体'],
  },
} as const;

export interface LibreOffice {
  /** The PDFs by the names of the documents. */
  readonly convert: (documents: ReadonlyMap<string, Uint8Array>) => Map<string, Uint8Array>;
  /** The text of each page, as it stands. */
  readonly pages: (pdf: Uint8Array) => string[];
}

/** Null where LibreOffice or pdftotext is missing, and then says which. */
export async function openLibreOffice(): Promise<LibreOffice | null> {
  const office = await findLibreOffice();
  const pdftotext = await onPath(['pdftotext']);
  if (office === null || pdftotext === null) {
    const missing = office === null ? 'LibreOffice Writer' : 'pdftotext (poppler-utils)';
    console.warn(`No ${missing} was found on this machine: how a DOCX opens is not tested.`);
    return null;
  }
  return {
    convert: (documents) => inFolder((folder) => convertIn(folder, office, documents)),
    pages: (pdf) => textOf(pdftotext, ['-layout'], pdf).split('\f').slice(0, -1),
  };
}

function convertIn(folder: string, office: string, documents: ReadonlyMap<string, Uint8Array>) {
  const files = [...documents].map(([name, bytes]) => {
    const file = join(folder, `${name}.docx`);
    writeFileSync(file, bytes);
    return file;
  });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
  const env = { ...process.env, FONTCONFIG_FILE: fontConfig(folder) };
  execFileSync(office, args, { env, stdio: 'ignore', timeout: 120_000 });
  return new Map(
    [...documents.keys()].map((name) => [
      name,
      new Uint8Array(readFileSync(join(folder, `${name}.pdf`))),
    ]),
  );
}

function textOf(pdftotext: string, options: readonly string[], pdf: Uint8Array): string {
  return inFolder((folder) => {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return execFileSync(pdftotext, [...options, file, '-'], { encoding: 'utf8' });
  });
}

function fontConfig(folder: string): string {
  const cache = join(folder, 'font-cache');
  mkdirSync(cache);
  const fonts = Object.entries(FONTS);
  const dirs = fonts.map(([file]) => `<dir>${dirname(require.resolve(file))}</dir>`);
  const aliases = fonts.flatMap(([, { family, bears }]) =>
    bears.map(
      (name) =>
        `<match target="pattern"><test name="family"><string>${name}</string></test>` +
        `<edit name="family" mode="assign" binding="strong"><string>${family}</string></edit></match>`,
    ),
  );
  const file = join(folder, 'fonts.conf');
  const body = `${dirs.join('')}<cachedir>${cache}</cachedir>${aliases.join('')}`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${body}</fontconfig>`);
  return file;
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'xundian-docx-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
