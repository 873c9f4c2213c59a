/** The way from an address to a screen, past the sign-in. */

import { useEffect } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { entry } from './entry.ts';
import { destination } from './screens/login/destination.ts';
import { LoginScreen } from './screens/login/login-screen.tsx';
import { TodayScreen } from './screens/today/today-screen.tsx';
import { TroubleScreen } from './screens/trouble/trouble-screen.tsx';
import { ErrorWall } from './ui/error-wall.tsx';
import { Frame } from './ui/frame.tsx';
import { later } from './ui/later.tsx';
import { homeOf } from './ui/nav-items.ts';
import { NotFound } from './ui/not-found.tsx';
import { Toasts } from './ui/toast.tsx';
import { syncStatus, workplace } from './workplace.ts';

const SetUp = later(async () => (await import('./screens/set-up/set-up-screen.tsx')).SetUpScreen);
const Inspection = later(
  async () => (await import('./screens/inspection/inspection-screen.tsx')).InspectionScreen,
);
const Answer = later(async () => (await import('./screens/answer/answer-screen.tsx')).AnswerScreen);
const Reply = later(async () => (await import('./screens/answer/reply-screen.tsx')).ReplyScreen);
const Extension = later(
  async () => (await import('./screens/answer/extension-screen.tsx')).ExtensionScreen,
);
const Findings = later(
  async () => (await import('./screens/findings/findings-screen.tsx')).FindingsScreen,
);
const Finding = later(
  async () => (await import('./screens/finding/finding-screen.tsx')).FindingScreen,
);
const Recheck = later(
  async () => (await import('./screens/recheck/visit-screen.tsx')).RecheckScreen,
);
const Fix = later(async () => (await import('./screens/recheck/visit-screen.tsx')).FixScreen);
const Rechecks = later(
  async () => (await import('./screens/rechecks/rechecks-screen.tsx')).RechecksScreen,
);
const Review = later(async () => (await import('./screens/review/review-screen.tsx')).ReviewScreen);
const Notices = later(
  async () => (await import('./screens/notices/notices-screen.tsx')).NoticesScreen,
);
const Notice = later(async () => (await import('./screens/notice/notice-screen.tsx')).NoticeScreen);
const Deliver = later(
  async () => (await import('./screens/delivery/deliver-screen.tsx')).DeliverScreen,
);
const Issue = later(async () => (await import('./screens/issue/issue-screen.tsx')).IssueScreen);
const MapView = later(async () => (await import('./screens/map/map-screen.tsx')).MapScreen);
const Devices = later(
  async () => (await import('./screens/devices/devices-screen.tsx')).DevicesScreen,
);
const Handoff = later(
  async () => (await import('./screens/handoff/handoff-screen.tsx')).HandoffScreen,
);
const Register = later(
  async () => (await import('./screens/register/register-screen.tsx')).RegisterScreen,
);
const StatementView = later(
  async () => (await import('./screens/statement/statement-screen.tsx')).StatementScreen,
);
const Urge = later(async () => (await import('./screens/urge/urge-screen.tsx')).UrgeScreen);
const LetterDraft = later(
  async () => (await import('./screens/urge/letter-draft-screen.tsx')).LetterDraftScreen,
);
const Letters = later(
  async () => (await import('./screens/letters/letters-screen.tsx')).LettersScreen,
);
const Letter = later(
  async () => (await import('./screens/letters/letter-screen.tsx')).LetterScreen,
);
const Office = later(async () => (await import('./screens/office/office-screen.tsx')).OfficeScreen);
const Messages = later(
  async () => (await import('./screens/messages/messages-screen.tsx')).MessagesScreen,
);
const Verify = later(async () => (await import('./screens/verify/verify-screen.tsx')).VerifyScreen);
const Sync = later(async () => (await import('./screens/sync/sync-screen.tsx')).SyncScreen);

export function App() {
  return (
    <LocationProvider>
      <ErrorWall at="door">
        <Door />
      </ErrorWall>
      <Toasts />
    </LocationProvider>
  );
}

/** Sign-in and set-up stand before the frame, everything else within it. */
function Door() {
  const { path, query, url, route } = useLocation();
  const state = entry.value;
  const inside = workplace.value !== null;
  const open = path === '/login' || path === '/set-up';
  // Where the office asks to sign in again, the person's own work stays open beside it.
  const again = syncStatus.value.phase === 'signed-out';
  const turnedAway = state.kind === 'out' && !open;
  const already = state.kind === 'in' && inside && path === '/login' && !again;
  useEffect(() => {
    if (turnedAway) route(url === '/' ? '/login' : `/login?to=${encodeURIComponent(url)}`, true);
    if (already) route(destination(query.to), true);
  }, [turnedAway, already]);
  if (state.kind === 'trouble') return <TroubleScreen message={state.message} />;
  if (state.kind === 'opening') return null;
  if (path === '/login') return already ? null : <LoginScreen />;
  if (path === '/set-up') return <SetUp />;
  if (!inside) return null;
  return (
    <Frame>
      <ErrorWall at={url}>
        <Router>
          <Route path="/" component={Home} />
          <Route path="/today" component={TodayScreen} />
          <Route path="/points/:code" component={TodayScreen} />
          <Route path="/inspections/:id" component={Inspection} />
          <Route path="/findings" component={Findings} />
          <Route path="/findings/:id" component={Finding} />
          <Route path="/findings/:id/reply" component={Reply} />
          <Route path="/findings/:id/extension" component={Extension} />
          <Route path="/answer" component={Answer} />
          <Route path="/findings/:id/recheck" component={Recheck} />
          <Route path="/findings/:id/fix" component={Fix} />
          <Route path="/rechecks" component={Rechecks} />
          <Route path="/review" component={Review} />
          <Route path="/notices" component={Notices} />
          <Route path="/notices/issue" component={Issue} />
          <Route path="/notices/:id" component={Notice} />
          <Route path="/notices/:id/deliver" component={Deliver} />
          <Route path="/handoff" component={Handoff} />
          <Route path="/map" component={MapView} />
          <Route path="/devices" component={Devices} />
          <Route path="/urge" component={Urge} />
          <Route path="/urge/letter" component={LetterDraft} />
          <Route path="/letters" component={Letters} />
          <Route path="/letters/:id" component={Letter} />
          <Route path="/register" component={Register} />
          <Route path="/statements" component={StatementView} />
          <Route path="/office" component={Office} />
          <Route path="/messages" component={Messages} />
          <Route path="/verify" component={Verify} />
          <Route path="/sync" component={Sync} />
          <Route default component={NotFound} />
        </Router>
      </ErrorWall>
    </Frame>
  );
}

function Home() {
  const { route } = useLocation();
  const role = workplace.value?.session.role;
  useEffect(() => {
    if (role) route(homeOf(role), true);
  }, [role]);
  return null;
}
