/** Whether one thing is on this device alone or in the office's books; never more than is known. */
import type { LocalDatabase } from '../../store/database.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLive } from '../../ui/use-live.ts';

type Custody = 'device' | 'server' | 'refused';

async function custodyOf(
  db: LocalDatabase,
  table: 'finding' | 'notice',
  id: string,
): Promise<Custody> {
  const refused = await db.refused.toArray();
  const mentions = refused.some(
    (deed) => deed.decision === null && JSON.stringify(deed.args).includes(id),
  );
  if (mentions) return 'refused';
  // A row over which pending deeds lie has the server's own kept beneath it.
  const pending = await db.base.get(`${table}/${id}`);
  return pending ? 'device' : 'server';
}

const WORDS: Record<Custody, string> = {
  device: '已存在本机，等待上传',
  server: '服务器已入账',
  refused: '未被接受，内容仍在本机',
};

export function CustodyOf(props: { readonly table: 'finding' | 'notice'; readonly id: string }) {
  const { table, id } = props;
  const custody = useLive((db) => custodyOf(db, table, id), [table, id]);
  if (!custody) return null;
  const tone = { device: 'info', server: 'ok', refused: 'bad' }[custody];
  const icon = ({ device: 'device', server: 'check', refused: 'cross' } as const)[custody];
  return (
    <span class={`custody-of tone-${tone}`}>
      <Icon name={icon} size={18} weight={2.4} />
      {WORDS[custody]}
      {custody === 'refused' && <a href="/sync">去同步处理</a>}
    </span>
  );
}
