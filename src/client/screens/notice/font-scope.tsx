/** Within it, `.face-…` draws in the fonts of one paper. */
import './font-scope.css';
import type { ComponentChildren } from 'preact';
import { FACES } from '../../../domain/face.ts';
import { familyOf } from '../../fonts/font-faces.ts';
import type { PaperFonts } from '../../fonts/paper-fonts.ts';

export function FontScope(props: {
  readonly fonts: PaperFonts | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="font-scope" style={props.fonts ? familiesOf(props.fonts) : {}}>
      {props.children}
    </div>
  );
}

/** A face without a font of its own keeps what the style sheet says. */
function familiesOf({ faces, missing }: PaperFonts): Record<string, string> {
  const entries = FACES.flatMap((face) => {
    const here = faces[face].filter((sha256) => !missing.includes(sha256));
    return here.length === 0 ? [] : [[`--face-${face}`, here.map(familyOf).join(', ')]];
  });
  return Object.fromEntries(entries);
}
