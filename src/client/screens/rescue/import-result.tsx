/** What became of a file's content; the numbers add up to what it holds. */
import type { OpenParcel } from '../../../protocol/parcel-open.ts';
import type { ImportTally } from '../../rescue/import-parcel.ts';
import { fullStop } from '../../ui/full-stop.ts';
import { Icon } from '../../ui/icon.tsx';

export function ImportResult(props: { readonly parcel: OpenParcel; readonly tally: ImportTally }) {
  const { tally, parcel } = props;
  const { deeds, photos, refused, drafts } = parcel.about.counts;
  const notTaken = [
    ...tally.refused,
    ...tally.photosRefused.map((why) => ({ title: '照片', why: fullStop(why) })),
  ];
  const whole = notTaken.length === 0;
  return (
    <>
      <p class={`parcel-note ${whole ? 'tone-ok' : 'tone-warn'}`} role="status">
        <Icon name={whole ? 'check' : 'warning'} size={20} weight={2.4} />
        <span>{whole ? '已全部入账。' : '已导入，其中有没被接受的。'}</span>
      </p>
      <dl class="parcel-facts">
        <div>
          <dt>内容</dt>
          <dd>
            {deeds} 条 = 新入账 {tally.applied} + 早已入账 {tally.known} + 未被接受{' '}
            {tally.refused.length}
          </dd>
        </div>
        <div>
          <dt>照片</dt>
          <dd>
            {photos} 张 = 新到 {tally.photosSent} + 早已在 {tally.photosKnown} + 未收{' '}
            {tally.photosRefused.length}
          </dd>
        </div>
      </dl>
      {!whole && (
        <ul class="parcel-refused">
          {notTaken.map(({ title, why }, nth) => (
            <li key={nth}>
              <b>{title}</b>
              <span>{why}</span>
            </li>
          ))}
        </ul>
      )}
      {refused + drafts > 0 && (
        <p class="t-second">
          文件里另有原设备上未被接受的 {refused} 条、没写完的 {drafts}{' '}
          条，不入账。原设备不在了的，可请管理员在服务器上取出。
        </p>
      )}
    </>
  );
}
