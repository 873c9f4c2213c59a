/** 公文字体: by face, what papers are printed in: the office's own first, then those of the box. */
import './fonts.css';
import { useEffect, useState } from 'preact/hooks';
import type { Face } from '../../../domain/face.ts';
import type { FontManifest } from '../../../protocol/fonts.ts';
import type { FontRow } from '../../../protocol/rows/paper.ts';
import { boxFonts } from '../../fonts/box.ts';
import { Button } from '../../ui/button.tsx';
import { useLive } from '../../ui/use-live.ts';
import { AddFont } from './add-font.tsx';
import { FACE_NAMES } from './face-names.ts';
import { FontLine } from './font-line.tsx';
import { RemoveFont } from './remove-font.tsx';

const HOW =
  '排印公文时，每个字用排在最前面、又有这个字的字体。随程序提供的是开放许可（OFL）的 Noto 字体，没有另上传时就用它们；仿宋、小标宋、楷体等国标字体请由本单位取得授权后上传，上传后排在最前。';

export function Fonts() {
  const own = useLive((db) => db.font.toArray(), []);
  const [box, setBox] = useState<FontManifest | null>(null);
  useEffect(() => {
    void boxFonts().then(setBox);
  }, []);
  const [adding, setAdding] = useState<Face | null>(null);
  const [removing, setRemoving] = useState<FontRow | null>(null);
  if (!own || !box) return null;
  return (
    <>
      <p class="office-note">
        {HOW}
        <a href="/OFL.txt" target="_blank" rel="noreferrer">
          随程序字体的许可
        </a>
      </p>
      {FACE_NAMES.map(({ face, name, use }) => {
        const inUse = own
          .filter((row) => row.face === face && row.rank >= 0)
          .sort((a, b) => a.rank - b.rank);
        const out = own.filter((row) => row.face === face && row.rank < 0);
        const boxed = box.fonts.filter(({ sha256 }) => box.faces[face].includes(sha256));
        return (
          <section key={face} class="face" aria-labelledby={`face-${face}`}>
            <div class="face-head">
              <h2 id={`face-${face}`} class="t-strong">
                {name}
              </h2>
              <p class="t-second">{use}</p>
              <Button
                kind="outlined"
                icon="up"
                label={`上传${name}`}
                onClick={() => setAdding(face)}
              >
                上传字体
              </Button>
            </div>
            <ol class="face-fonts">
              {inUse.map((row, nth) => (
                <FontLine
                  key={row.id}
                  nth={nth + 1}
                  font={row}
                  own={row}
                  onRemove={() => setRemoving(row)}
                />
              ))}
              {boxed.map((font, nth) => (
                <FontLine key={font.sha256} nth={inUse.length + nth + 1} font={font} own={null} />
              ))}
            </ol>
            {inUse.length + boxed.length === 0 && (
              <p class="t-second">还没有字体，打印时用各台设备自己的字体。</p>
            )}
            {out.length > 0 && (
              <p class="t-second">
                已停用：{out.map((row) => row.name).join('、')}。以前用它开出的通知书仍用它。
              </p>
            )}
          </section>
        );
      })}
      <AddFont face={adding} onClose={() => setAdding(null)} />
      <RemoveFont font={removing} onClose={() => setRemoving(null)} />
    </>
  );
}
