/** The browser's own reader of codes (Android's Chromium has one; it is in no library of types). */
interface Reader {
  detect(picture: ImageBitmapSource): Promise<unknown>;
}

let reader: Reader | null | undefined;

/** Null where there is no reader, or it finds nothing. */
export async function nativeCode(picture: ImageBitmapSource): Promise<string | null> {
  if (reader === undefined) reader = makeReader();
  if (!reader) return null;
  try {
    const found = await reader.detect(picture);
    const first: unknown = Array.isArray(found) ? found[0] : undefined;
    if (typeof first !== 'object' || first === null) return null;
    const text: unknown = Reflect.get(first, 'rawValue');
    return typeof text === 'string' && text !== '' ? text : null;
  } catch (error) {
    // Some phones name the reader and lack its parts; jsQR looks then.
    console.info('系统的识码不可用', error);
    reader = null;
    return null;
  }
}

function makeReader(): Reader | null {
  const Maker: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  if (typeof Maker !== 'function') return null;
  const made: unknown = Reflect.construct(Maker, [{ formats: ['qr_code'] }]);
  return isReader(made) ? made : null;
}

function isReader(made: unknown): made is Reader {
  return typeof made === 'object' && made !== null && 'detect' in made;
}
