/** 检查: one visit's checklist. There is no save button; every tap is on the device when it shows. */
import './inspection.css';
import { useRoute } from 'preact-iso';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { syncStatus } from '../../workplace.ts';
import { Checklist } from './checklist.tsx';
import { useInspection } from './use-inspection.ts';

export function InspectionScreen() {
  const { params } = useRoute();
  const open = useInspection(params.id ?? '');
  if (open === undefined) return <Page title="检查">{null}</Page>;
  if (open === null) {
    return (
      <Page title="检查" back="/today">
        <Empty
          icon="today"
          text={
            syncStatus.value.firstPull
              ? '这次检查还没有下载到本机，下载完会自动显示。'
              : '没有这次检查，或者它不在您的范围内。'
          }
        >
          <Button kind="primary" href="/today">
            回到今日
          </Button>
        </Empty>
      </Page>
    );
  }
  return <Checklist key={open.inspection.id} open={open} />;
}
