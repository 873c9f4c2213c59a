/** 反馈与复查: what the unit has answered and what the office made of it, in order, the last first. */
import './answers.css';
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { sayDateHour, sayMoment } from '../../../domain/civil.ts';
import { mayDo } from '../../../domain/role.ts';
import type {
  ExtensionRow,
  FindingRow,
  PhotoRow,
  RecheckRow,
  ReplyRow,
} from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { Evidence } from './evidence.tsx';
import { FindingPhotos } from './finding-photos.tsx';
import { ReplyFiles } from './reply-files.tsx';
import type { Dossier } from './use-dossier.ts';

export function Answers(props: { readonly finding: FindingRow; readonly dossier: Dossier }) {
  const { finding, dossier } = props;
  const { photos, replies, rechecks, extensions } = dossier;
  const of = (id: string) => photos.filter((photo) => photo.ofId === id);
  const entries = [
    ...replies.map((reply) => ({
      at: reply.at,
      id: reply.id,
      shown: <ReplyEntry reply={reply} photos={of(reply.id)} finding={finding} dossier={dossier} />,
    })),
    ...rechecks.map((recheck) => ({
      at: recheck.at,
      id: recheck.id,
      shown: <RecheckEntry recheck={recheck} photos={of(recheck.id)} text={finding.text} />,
    })),
    ...extensions.map((asked) => ({
      at: asked.askedAt,
      id: asked.id,
      shown: <ExtensionEntry asked={asked} />,
    })),
  ].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  if (entries.length === 0) return null;
  return (
    <section class="unit-answers" aria-labelledby="answers-head">
      <h2 id="answers-head" class="t-strong">
        反馈与复查
      </h2>
      <ol>
        {entries.map(({ id, shown }) => (
          <li key={id} class="unit-answer">
            {shown}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Head(props: { readonly children: ComponentChildren; readonly told: string }) {
  return (
    <p class="unit-answer-head">
      {props.children}
      <span class="t-second">{props.told}</span>
    </p>
  );
}

const WAYS: Record<ReplyRow['way'], string> = {
  account: '单位账号',
  link: '通知书链接',
  paper: '书面，办公室录入',
};

function ReplyEntry(props: {
  readonly reply: ReplyRow;
  readonly photos: readonly PhotoRow[];
  readonly finding: FindingRow;
  readonly dossier: Dossier;
}) {
  const { reply, photos, finding, dossier } = props;
  return (
    <>
      <Head told={`${sayMoment(reply.at)} · ${reply.byName} · ${WAYS[reply.way]}`}>
        <Chip look="tinted" tone="primary" small>
          整改反馈
        </Chip>
      </Head>
      {reply.text !== '' && <p>{reply.text}</p>}
      <ReplyFiles reply={reply} />
      {photos.length > 0 && <FindingPhotos photos={photos} text={finding.text} name="整改后照片" />}
      <Evidence finding={finding} photos={photos} repliedAt={reply.at} notice={dossier.notice} />
    </>
  );
}

const RESULTS = {
  passed: { tone: 'ok', words: '复查通过' },
  failed: { tone: 'bad', words: '复查不通过' },
  returned: { tone: 'bad', words: '退回整改' },
} as const;

function RecheckEntry(props: {
  readonly recheck: RecheckRow;
  readonly photos: readonly PhotoRow[];
  readonly text: string;
}) {
  const { recheck, photos, text } = props;
  const { tone, words } = RESULTS[recheck.result];
  return (
    <>
      <Head told={`${sayMoment(recheck.at)} · ${recheck.byName}`}>
        <Chip look="tinted" tone={tone} small icon={tone === 'ok' ? 'check' : 'cross'}>
          {words}
        </Chip>
      </Head>
      {recheck.note !== '' && <p>{recheck.note}</p>}
      {photos.length > 0 && <FindingPhotos photos={photos} text={text} name="复查照片" />}
    </>
  );
}

const STATES = {
  asked: { tone: 'warn', words: '申请延期，待批' },
  granted: { tone: 'ok', words: '同意延期' },
  refused: { tone: 'ink2', words: '不同意延期' },
} as const;

function ExtensionEntry({ asked }: { readonly asked: ExtensionRow }) {
  const { role } = useWorkplace().session;
  const { path } = useLocation();
  const { tone, words } = STATES[asked.state];
  const decides = asked.state === 'asked' && mayDo(role, 'extension.decide');
  return (
    <>
      <Head told={`${sayMoment(asked.askedAt)} · ${asked.byName}`}>
        <Chip look="outlined" tone={tone} small>
          {words}
        </Chip>
      </Head>
      <p>
        申请延期至 {sayDateHour(asked.until)}：{asked.reason}
      </p>
      {decides && path !== '/review' && (
        <p>
          <Button kind="outlined" href={`/review?list=extension&id=${asked.findingId}`}>
            去答复
          </Button>
        </p>
      )}
      {asked.decidedAt !== null && (
        <p class="t-second">
          {sayMoment(asked.decidedAt)} {asked.decidedByName}：
          {asked.dueAt === null ? '不同意' : `同意延期至 ${sayDateHour(asked.dueAt)}`}
          {asked.decision !== '' && `，${asked.decision}`}
        </p>
      )}
    </>
  );
}
