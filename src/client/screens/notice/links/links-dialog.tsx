/** 反馈链接: a way in for a unit without an account, beside the QR on its paper; made, shown, revoked. */
import './links.css';
import { useEffect, useState } from 'preact/hooks';
import { sayMoment } from '../../../../domain/civil.ts';
import { mayRevokeLinks } from '../../../../domain/role.ts';
import type { ReplyLink, ReplyLinks } from '../../../../protocol/reply-links.ts';
import type { NoticeRow } from '../../../../protocol/rows/index.ts';
import { qrOf, REPLY_PATH } from '../../../../protocol/seal-payload.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useOffice } from '../../../ui/use-office.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { MadeLink } from './made-link.tsx';
import { useLinks } from './use-links.ts';

export function LinksDialog(props: {
  readonly notice: NoticeRow;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { notice, open, onClose } = props;
  const { role } = useWorkplace().session;
  const { links, token, trouble, busy, look, make, revoke } = useLinks(notice.id);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (open) void look();
    setAsking(false);
  }, [open]);
  const office = useOffice();
  // Where the office is reached now; a paper may be older than that.
  const base = office?.address || notice.record?.address || location.origin;
  const alive = links?.links.some(({ revokedAt }) => revokedAt === null) ?? false;
  const dead = links !== null && !alive && links.paperRevokedAt !== null;
  return (
    <Dialog
      title="反馈链接"
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            关闭
          </Button>
          {links && links.shut === null && (
            <Button kind="primary" icon="plus" disabled={busy} onClick={() => void make()}>
              {alive ? '再生成一个' : '生成链接'}
            </Button>
          )}
        </>
      }
    >
      <p>
        责任单位没有账号也能签收、反馈、申请延期：扫纸上的二维码，或打开这里生成的链接。只能看到这一份通知书，办结或作废后失效。
      </p>
      {token !== null && <MadeLink address={`${base.replace(/\/+$/, '')}${REPLY_PATH}#${token}`} />}
      {trouble !== '' && (
        <p class="field-error" role="alert">
          {trouble}
        </p>
      )}
      {links && <Standing links={links} hasQr={qrOf(notice) !== null} />}
      {links && links.shut === null && !dead && mayRevokeLinks(role) && (
        <Revoke
          asking={asking}
          busy={busy}
          onAsk={setAsking}
          onRevoke={() => {
            setAsking(false);
            void revoke();
          }}
        />
      )}
    </Dialog>
  );
}

function Standing(props: { readonly links: ReplyLinks; readonly hasQr: boolean }) {
  const { links, hasQr } = props;
  return (
    <ul class="links-list" aria-label="反馈入口">
      <li>
        <b>纸上的二维码</b>
        <span>
          {links.shut !== null
            ? SHUT[links.shut]
            : links.paperRevokedAt === null
              ? hasQr
                ? '有效'
                : '这份纸上没有二维码，请用链接'
              : `${sayMoment(links.paperRevokedAt)}已撤销，只能核验真伪`}
        </span>
      </li>
      {links.links.map((link) => (
        <li key={link.id}>
          <b>
            {sayMoment(link.madeAt)} · {link.madeByName}生成的链接
          </b>
          <span>{sayLink(link, links.shut)}</span>
        </li>
      ))}
    </ul>
  );
}

const SHUT = { voided: '通知书已作废，不再有效', closed: '通知书已办结，不再有效' } as const;

function sayLink(
  { revokedAt, revokedByName, usedAt }: ReplyLink,
  shut: ReplyLinks['shut'],
): string {
  const used = usedAt === null ? '还没有打开过' : `最近 ${sayMoment(usedAt)} 打开`;
  if (revokedAt !== null) return `${sayMoment(revokedAt)} 由${revokedByName}撤销`;
  return shut === null ? `有效，${used}` : `${SHUT[shut]}，${used}`;
}

function Revoke(props: {
  readonly asking: boolean;
  readonly busy: boolean;
  readonly onAsk: (asking: boolean) => void;
  readonly onRevoke: () => void;
}) {
  const { asking, busy, onAsk, onRevoke } = props;
  if (!asking) {
    return (
      <Button kind="plain" icon="lock" onClick={() => onAsk(true)}>
        撤销全部反馈入口
      </Button>
    );
  }
  return (
    <div class="links-revoke" role="alert">
      <p>
        撤销后，以前发出的链接和纸上的二维码都不能再用来反馈，不能恢复（仍可核验真伪）。之后可以再生成新的链接。
      </p>
      <Button kind="danger" disabled={busy} onClick={onRevoke}>
        确认撤销
      </Button>
      <Button kind="outlined" onClick={() => onAsk(false)}>
        不撤销
      </Button>
    </div>
  );
}
