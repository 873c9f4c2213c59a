/** What is to be known before a paper is printed: fonts that are not here yet, and characters that no font has. */
import './font-notes.css';
import { fontProgress } from '../../fonts/font-progress.ts';
import type { PaperFonts } from '../../fonts/paper-fonts.ts';
import { FontProgressLine } from '../../ui/font-progress.tsx';

export function FontNotes(props: {
  readonly fonts: PaperFonts | undefined;
  /** Each once, in the order of the paper. */
  readonly missing: readonly { readonly char: string; readonly code: string }[];
}) {
  const { fonts, missing } = props;
  if (!fonts) return null;
  const incomplete = fonts.missing.length > 0;
  if (!incomplete && missing.length === 0) return null;
  const partly = fontProgress.value.fontsHere > 0;
  const coming = fontProgress.value.fonts > 0 && fontProgress.value.phase !== 'complete';
  return (
    <div class="font-notes" role="status">
      {incomplete && (
        <p>公文字体还没有{partly ? '全部' : ''}下载到本机，纸样和打印暂用系统字体。</p>
      )}
      {incomplete && coming && <FontProgressLine />}
      {missing.length > 0 && (
        <p>
          以下字没有字体：
          {missing.map(({ char, code }) => `${char}（${code}）`).join('、')}
          。打印时由系统代替，请核对，或者请管理员上传有这些字的字体。
        </p>
      )}
    </div>
  );
}
