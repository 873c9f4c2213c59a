/** 公文字体: they come by themselves, once; here it shows how far they are. */
import { fontProgress } from '../../fonts/font-progress.ts';
import { FontProgressLine } from '../../ui/font-progress.tsx';
import { Icon } from '../../ui/icon.tsx';

export function FontsBox() {
  const { phase, fonts } = fontProgress.value;
  if (phase === 'unknown' || fonts === 0) return null;
  return (
    <section class="side-box">
      <h2 class="t-strong">
        <Icon name="notice" size={22} />
        公文字体
      </h2>
      <FontProgressLine />
    </section>
  );
}
