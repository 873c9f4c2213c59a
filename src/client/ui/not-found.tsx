import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { Page } from './page.tsx';

export function NotFound() {
  return (
    <Page title="没有这个页面">
      <Empty icon="search" text="地址不对，或者内容不在您的范围内。">
        <Button kind="primary" href="/">
          回到首页
        </Button>
      </Empty>
    </Page>
  );
}
