/**
 * pdfkit deflates with the machine's own zlib in Node and with fflate in a browser; their
 * bytes differ. Here every stream is deflated by fflate before pdfkit sees its end, so that
 * the server's PDF is the tablet's, byte for byte.
 */
import { zlibSync } from 'fflate';
import PDFDocument from 'pdfkit';

interface StreamObject {
  buffer: Uint8Array[];
  data: Record<string, unknown>;
  finalize(): void;
}

export class DeflatedDocument extends PDFDocument {
  /** The font whose □ stands for what no font has; null where there is no font at all. */
  squares: string | null = null;

  override ref(data: Record<string, unknown>) {
    const made = super.ref(data);
    const object: unknown = made;
    if (!isStreamObject(object)) throw new Error('pdfkit 的对象与本程序所知的不同，不能生成 PDF');
    const finalize = object.finalize.bind(object);
    object.finalize = () => {
      deflate(object);
      finalize();
    };
    return made;
  }
}

function isStreamObject(made: unknown): made is StreamObject {
  return (
    typeof made === 'object' &&
    made !== null &&
    'buffer' in made &&
    Array.isArray(made.buffer) &&
    'data' in made &&
    typeof made.data === 'object' &&
    'finalize' in made &&
    typeof made.finalize === 'function'
  );
}

function deflate(object: StreamObject): void {
  if (object.buffer.length === 0 || 'Filter' in object.data) return;
  object.buffer = [zlibSync(joined(object.buffer), { level: 6 })];
  object.data.Filter = 'FlateDecode';
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
