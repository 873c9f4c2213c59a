/** 核验: whether a notice's QR is worth anything, by what this device holds, with or without the network. */
import './verify.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayNumber } from '../../../domain/notice-number.ts';
import { Page } from '../../ui/page.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useOffice } from '../../ui/use-office.ts';
import { BringCode } from './bring-code.tsx';
import { Verified } from './verified.tsx';

export function VerifyScreen() {
  const { query } = useLocation();
  const office = useOffice();
  const [scanned, setScanned] = useState<string | null>(null);
  const { notice: noticeId = '' } = query;
  const notice = useLive(async (db) => (await db.notice.get(noticeId)) ?? null, [noticeId]);
  const inHand = notice?.number ? sayNumber(notice.number) : null;
  return (
    <Page
      title="核验"
      {...(inHand === null ? {} : { facts: inHand })}
      back={notice ? `/notices/${notice.id}` : '/notices'}
    >
      <div class="verify-desk">
        <BringCode inHand={inHand} onCode={setScanned} />
        {scanned !== null && office && (
          <Verified key={scanned} office={office} scanned={scanned} inHand={inHand} />
        )}
      </div>
    </Page>
  );
}
