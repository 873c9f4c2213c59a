import * as z from 'zod/mini';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useOffice } from '../../ui/use-office.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useKept } from '../findings/use-kept.ts';
import { Accounts } from './accounts.tsx';
import { Fonts } from './fonts.tsx';
import { HandOffCodes } from './hand-off-codes.tsx';
import { HistoryPart } from './history-part.tsx';
import { Imports } from './imports.tsx';
import './office.css';
import { OutletPart } from './outlet-part.tsx';
import { Rounds } from './rounds.tsx';
import { SettingsForm } from './settings-form.tsx';

const PARTS = [
  { id: 'settings', label: '单位设置' },
  { id: 'accounts', label: '账号' },
  { id: 'imports', label: '导入' },
  { id: 'codes', label: '移交编码' },
  { id: 'rounds', label: '轮次' },
  { id: 'fonts', label: '公文字体' },
  { id: 'outlet', label: '消息外发' },
  { id: 'history', label: '历史' },
] as const;

const Part = z.enum([
  'settings',
  'accounts',
  'imports',
  'codes',
  'rounds',
  'fonts',
  'outlet',
  'history',
]);

/** What an office needs to begin without anyone from IT. */
export function OfficeScreen() {
  const { session } = useWorkplace();
  const office = useOffice();
  const [part, setPart] = useKept('xundian-office', Part, 'settings');
  if (session.role !== 'admin') {
    return (
      <Page title="管理">
        <Empty icon="lock" text="管理只给管理员用。需要新账号或改设置，请找管理员。">
          <Button kind="outlined" href="/">
            回到首页
          </Button>
        </Empty>
      </Page>
    );
  }
  if (!office) return <Page title="管理">{null}</Page>;
  return (
    <Page title="管理" facts={office.name} layout="panes">
      <div class="office">
        <Tabs
          label="管理哪一部分"
          tabs={PARTS}
          value={part}
          onChange={(id) => {
            const next = Part.safeParse(id);
            if (next.success) setPart(next.data);
          }}
        />
        <div class="office-body">
          {part === 'settings' && <SettingsForm office={office} />}
          {part === 'accounts' && <Accounts />}
          {part === 'imports' && <Imports />}
          {part === 'codes' && <HandOffCodes />}
          {part === 'rounds' && <Rounds />}
          {part === 'fonts' && <Fonts />}
          {part === 'outlet' && <OutletPart />}
          {part === 'history' && <HistoryPart />}
        </div>
      </div>
    </Page>
  );
}
