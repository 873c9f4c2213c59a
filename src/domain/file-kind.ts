/**
 * What a file is, by its bytes alone: a name and a browser's word may say anything.
 * Nothing is opened or run; a document with macros in it is none that is taken.
 */

export const FILE_KINDS = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'jpg', 'png'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FILE_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: `${OFFICE}.wordprocessingml.document`,
  xls: 'application/vnd.ms-excel',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** The largest, in bytes. */
export const LARGEST_FILE = 20_000_000;

export function kindOfType(type: string): FileKind | null {
  return FILE_KINDS.find((kind) => FILE_TYPES[kind] === type) ?? null;
}

const ENDINGS: Readonly<Record<string, string>> = { jpeg: 'jpg' };

/** The name with the ending that its bytes have earned: `report.exe` that is a PDF is `report.exe.pdf`. */
export function nameOfKind(name: string, kind: FileKind): string {
  const dot = name.lastIndexOf('.');
  const ending = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  return (ENDINGS[ending] ?? ending) === kind ? name : `${name}.${kind}`;
}

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** A compound file ([MS-CFB], 2.2): Word's and Excel's before 2007. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Null for what is none of the kinds that are taken. */
export function kindOfBytes(bytes: Uint8Array): FileKind | null {
  if (begins(bytes, PDF)) return 'pdf';
  if (begins(bytes, JPEG)) return 'jpg';
  if (begins(bytes, PNG)) return 'png';
  if (begins(bytes, COMPOUND)) {
    if (holds(bytes, wide('WordDocument'))) return 'doc';
    return holds(bytes, wide('Workbook')) ? 'xls' : null;
  }
  if (!begins(bytes, ZIP) || holds(bytes, plain('vbaProject.bin'))) return null;
  if (holds(bytes, plain('word/document.xml'))) return 'docx';
  return holds(bytes, plain('xl/workbook.xml')) ? 'xlsx' : null;
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function plain(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

/** As a compound file writes the names of its streams: UTF-16, low byte first. */
function wide(text: string): number[] {
  return plain(text).flatMap((byte) => [byte, 0]);
}

function holds(bytes: Uint8Array, part: readonly number[]): boolean {
  const [first = 0] = part;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (part.every((byte, nth) => bytes[at + nth] === byte)) return true;
  }
  return false;
}
