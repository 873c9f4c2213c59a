/** Lines of a paper: every run stands where the layout put it. */
import type { TextLine } from '../../../document/sheet.ts';
import './paper-run.css';

export function PaperLines({ lines }: { readonly lines: readonly TextLine[] }) {
  return (
    <>
      {lines.flat().map((run) => (
        <span
          class={`paper-run face-${run.face} ink-${run.ink}`}
          style={{
            left: `${run.x}pt`,
            // A strut as high as the characters stands on the baseline, whatever the font.
            top: `${run.y - run.size}pt`,
            fontSize: `${run.size}pt`,
            letterSpacing: `${run.letterSpacing}pt`,
          }}
        >
          {run.text}
        </span>
      ))}
    </>
  );
}
