/** The device's own storage does not open: what to do, and the way back to the version that did. */
import { useEffect, useState } from 'preact/hooks';
import { enter, entry } from '../../entry.ts';
import { goBack, hasFormerVersion } from '../../service-worker.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';

export function TroubleScreen(props: { readonly message: string }) {
  const [former, setFormer] = useState(false);
  useEffect(() => {
    hasFormerVersion().then(setFormer, (error: unknown) => console.info('没有查到旧版本', error));
  }, []);
  const again = () => {
    entry.value = { kind: 'opening' };
    enter();
  };
  return (
    <main>
      <h1 class="unseen">巡点没有打开</h1>
      <Empty icon="warning" text={props.message}>
        <Button kind="primary" onClick={again}>
          再试一次
        </Button>
        {former && (
          <Button kind="outlined" onClick={goBack}>
            回到上一版本
          </Button>
        )}
      </Empty>
    </main>
  );
}
