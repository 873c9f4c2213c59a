/** 同步: where each thing made on this device is now, and what to do where it does not move. */
import './sync.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Growing } from '../../ui/growing.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { onTheLine, useCustody } from '../../ui/use-custody.ts';
import { useWide } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { syncStatus } from '../../workplace.ts';
import { type Rescue, RescueBox, RescueDialogs } from '../rescue/rescue-box.tsx';
import { Decided } from './decided.tsx';
import { FontsBox } from './fonts-box.tsx';
import { RetryAll } from './retry-all.tsx';
import { StorageBox } from './storage-box.tsx';
import { SyncCounts } from './sync-counts.tsx';
import { LineBox, NumbersBox } from './sync-side.tsx';
import { linesByStage, STAGE_NAMES, STAGES, type Stage } from './trail-lines.ts';
import { TrailRow } from './trail-row.tsx';
import { type Trail, useTrail } from './use-trail.ts';

const REMARKS: Readonly<Record<Stage, string>> = {
  refused: '需要您来决定',
  moving: '可以离开此页，断网后从断处接着传',
  waiting: '按记录先后上传',
  accepted: '服务器已收到并记下',
};

export function SyncScreen() {
  const { session } = useWorkplace();
  const wide = useWide();
  const trail = useTrail();
  const [rescue, setRescue] = useState<Rescue | null>(null);
  const side = trail && (
    <>
      <StorageBox unsentBytes={unsentBytes(trail)} clearable={trail.clearable} />
      {(session.role === 'inspector' || session.role === 'supervisor') && (
        <NumbersBox leases={trail.leases} />
      )}
      <FontsBox />
      <RescueBox onOpen={setRescue} />
    </>
  );
  return (
    <Page title="同步" facts={session.name} layout="panes">
      <Pane label="本机内容">
        {trail && <TrailList trail={trail} line={wide ? null : <LineBox />} />}
        {!wide && side}
      </Pane>
      {wide && (
        <Pane label="网络和存储" width="side">
          <LineBox />
          {side}
        </Pane>
      )}
      <RescueDialogs open={rescue} onClose={() => setRescue(null)} />
    </Page>
  );
}

function TrailList(props: { readonly trail: Trail; readonly line: ComponentChildren }) {
  const { trail, line } = props;
  const held = useCustody();
  const [tab, setTab] = useState<string>('all');
  if (!held) return null;
  const lines = linesByStage(trail, syncStatus.value);
  const counts: Readonly<Record<Stage, number>> = {
    refused: held.refused,
    moving: onTheLine(held, syncStatus.value),
    waiting: held.waiting - onTheLine(held, syncStatus.value),
    accepted: held.accepted,
  };
  const shown = STAGES.filter((stage) => tab === 'all' || tab === stage);
  return (
    <>
      <SyncCounts held={held} moving={counts.moving} />
      {line}
      {held.drafts > 0 && <Drafts count={held.drafts} />}
      <Tabs
        label="按状态看"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'all', label: '全部', count: held.saved },
          ...STAGES.map((stage) => ({
            id: stage,
            label: STAGE_NAMES[stage],
            count: counts[stage],
          })),
        ]}
      />
      {shown.every((stage) => lines[stage].length === 0) ? (
        <Empty
          icon="sync"
          text={
            tab === 'all' && trail.decided.length === 0
              ? '本机还没有做过要上传的内容。'
              : '这里没有内容。'
          }
        />
      ) : (
        shown.map(
          (stage) =>
            lines[stage].length > 0 && (
              <section key={stage} aria-label={STAGE_NAMES[stage]}>
                <div class="group-head">
                  <h2>
                    {STAGE_NAMES[stage]} {counts[stage]}
                  </h2>
                  <span>{REMARKS[stage]}</span>
                </div>
                {stage === 'refused' && <RetryAll rows={trail.refused} />}
                <Growing
                  rows={lines[stage]}
                  of={`${stage} ${tab}`}
                  render={(row) => <TrailRow key={keyOf(row)} line={row} />}
                />
              </section>
            ),
        )
      )}
      {(tab === 'all' || tab === 'refused') && <Decided rows={trail.decided} />}
    </>
  );
}

function Drafts(props: { readonly count: number }) {
  return (
    <p class="side-note tone-na sync-drafts">
      <Icon name="edit" size={20} />
      <span class="sync-drafts-words">
        有 {props.count} 条问题写了没有保存，还在本机，不会上传。
      </span>
      <Button kind="plain" href="/today">
        去处理
      </Button>
    </p>
  );
}

function keyOf(line: Parameters<typeof TrailRow>[0]['line']): string {
  return line.kind === 'photo' ? line.row.sha256 : `${line.kind} ${line.row.seq}`;
}

function unsentBytes(trail: Trail): number {
  return trail.photos
    .filter((photo) => photo.state !== 'arrived')
    .reduce((sum, photo) => sum + photo.bytes, 0);
}
