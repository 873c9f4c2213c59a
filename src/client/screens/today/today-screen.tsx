/** 今日: the group's points at the left, the chosen one's passport at the right; one pane on the phone. */
import './today.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { civilDateOf, sayDate, sayShortDate, weekdayName } from '../../../domain/civil.ts';
import { sayRole } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { later } from '../../ui/later.tsx';
import { PartTrouble } from '../../ui/load-trouble.tsx';
import { Page } from '../../ui/page.tsx';
import { useMyTeam, usePointsById, useRound, useRoundToCome } from '../../ui/use-city.ts';
import { useWide } from '../../ui/use-media.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { syncStatus } from '../../workplace.ts';
import { FirstDownload } from './first-download.tsx';
import { groupsOf, matching } from './today-groups.ts';
import { TodayList } from './today-list.tsx';
import { todayView } from './today-view.ts';
import { useToday } from './use-today.ts';

const Passport = later(async () => (await import('../point/passport.tsx')).Passport, PartTrouble);

export function TodayScreen() {
  const { params } = useRoute();
  const wide = useWide();
  const today = useToday();
  const round = useRound();
  const team = useMyTeam();
  const point = usePointsById().get(params.code ?? '');
  const day = civilDateOf(useNow());
  const view = todayView.value;
  const found = useMemo(
    () => (today ? matching(today.points, view, today.teams) : []),
    [today?.points, view],
  );
  const first = groupsOf(found, view.tab)[0]?.rows[0]?.point.id ?? '';
  const settled = useSettled(first);
  const code = params.code ?? (wide ? settled : '');
  const leads = useWorkplace().session.role !== 'inspector';
  const alone = !wide && params.code !== undefined;
  const facts = [round?.name, team?.name, `${sayShortDate(day)} ${weekdayName(day)}`];
  return (
    <Page
      title={alone ? (point?.name ?? '点位') : leads ? '轮次与点位' : '今日'}
      facts={alone ? point?.categoryName : facts.filter(Boolean).join(' · ')}
      layout="panes"
      {...(alone ? { back: '/today' } : {})}
    >
      {today && today.points.length > 0 ? (
        <>
          <TodayList today={today} found={found} selected={code} hidden={alone} />
          {code !== '' && <Passport key={code} code={code} />}
        </>
      ) : (
        today && <NoPoints />
      )}
    </Page>
  );
}

/** What the list leads with, once a search has come to rest: a passport is not read anew at every key. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 150);
    return () => clearTimeout(timer);
  }, [value]);
  return settled === '' ? value : settled;
}

function NoPoints() {
  const round = useRound();
  const coming = useRoundToCome();
  const team = useMyTeam();
  const { session, wake } = useWorkplace();
  if (syncStatus.value.firstPull) return <FirstDownload />;
  if (session.role === 'unit') {
    return (
      <Empty icon="notice" text="责任单位的账号不看点位。要整改的问题都在通知书里。">
        <Button kind="primary" href="/notices">
          去看通知书
        </Button>
      </Empty>
    );
  }
  if (!round) {
    const text = coming
      ? `“${coming.name}”还没有开始，${sayDate(coming.starts)}起可以检查，到那天点位会出现在这里。`
      : '现在没有进行中的督查轮次。轮次由管理员开启，开启后点位会自动下载。';
    return (
      <Empty icon="calendar" text={text}>
        <Button kind="outlined" icon="sync" onClick={wake}>
          再查一次
        </Button>
      </Empty>
    );
  }
  const text =
    session.role === 'inspector' && !team
      ? `您还没有编入“${round.name}”的督查组。请联系${sayRole('supervisor')}或${sayRole('admin')}编组，编好后点位会自动下载。`
      : '本组在这一轮还没有点位。请联系管理员分配。';
  return (
    <Empty icon="people" text={text}>
      <Button kind="outlined" icon="sync" onClick={wake}>
        再查一次
      </Button>
    </Empty>
  );
}
