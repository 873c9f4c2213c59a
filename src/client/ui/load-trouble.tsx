import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { Page } from './page.tsx';

/** A screen whose code did not come: only before the program is wholly on the device. */
export function LoadTrouble() {
  return (
    <Page title="页面没有载入">
      <PartTrouble />
    </Page>
  );
}

/** The same for a part of a screen, in the part's own place. */
export function PartTrouble() {
  return (
    <Empty icon="no-network" text="这部分还没有存到本机，联网后重新载入。本机已存的内容都在。">
      <Button kind="outlined" icon="sync" onClick={() => location.reload()}>
        重新载入
      </Button>
    </Empty>
  );
}
