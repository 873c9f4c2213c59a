import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayMoment } from '../../../domain/civil.ts';
import { mayDo } from '../../../domain/role.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWide } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useWorkInHand } from '../../work-in-hand.ts';
import { ActionFoot } from './action-foot.tsx';
import { DoneFoot } from './done-foot.tsx';
import { FinishDialog, forgotten } from './finish-dialog.tsx';
import { ItemIndex } from './item-index.tsx';
import { ItemRow } from './item-row.tsx';
import { forgetPlace, keepPlace, recallPlace } from './kept-place.ts';
import { Problems } from './problems.tsx';
import { useAnswering } from './use-answering.ts';
import type { OpenInspection } from './use-inspection.ts';
import { useLooseProblem } from './use-loose-problem.ts';
import { usePosition } from './use-position.ts';

export function Checklist(props: { readonly open: OpenInspection }) {
  const { open } = props;
  const { inspection, checklist, point, tally } = open;
  const { session, mutate } = useWorkplace();
  const wide = useWide();
  const done = inspection.finishedAt !== null;
  const readOnly = done || !mayDo(session.role, 'inspection.answer');
  useWorkInHand(!readOnly);
  const [openDraft, setOpenDraft] = useState(() => recallPlace(inspection.id).draft);
  const position = usePosition(
    inspection.id,
    checklist.items.map((item) => item.id),
    open.drafts.find((draft) => draft.id === openDraft)?.itemId ?? null,
  );
  const { query } = useLocation();
  useEffect(() => {
    // A refused answer leads to the item that it was about.
    if (query.item) requestAnimationFrame(() => position.go(query.item ?? null));
  }, [query.item]);
  const [fresh, setFresh] = useState<string | null>(null);
  const [finishing, setFinishing] = useState(false);
  const show = (draftId: string | null) => {
    setOpenDraft(draftId);
    keepPlace(inspection.id, { draft: draftId });
  };
  const begin = (draftId: string) => {
    setFresh(draftId);
    show(draftId);
  };
  const answering = useAnswering(open, readOnly, begin);
  const recordLoose = useLooseProblem(point, inspection.id, (draftId) => {
    begin(draftId);
    requestAnimationFrame(() => position.go(null));
  });
  const finish = async () => {
    setFinishing(false);
    // What was typed last belongs to the inspection that is finished here.
    answering.remarks.flush();
    try {
      const title = `完成检查：${point.name}`;
      const outcome = await mutate('inspection.finish', { id: inspection.id }, title);
      if (!outcome.ok) {
        toast(sayRefusal(outcome.reason, outcome.detail));
        return;
      }
      forgetPlace(inspection.id);
      toast(`${point.name} 检查已完成，已存在本机`);
    } catch (error) {
      toast(StorageTrouble.of(error).message);
    }
  };
  const next = nextOpen(open, position.current);
  const shared = {
    open,
    openDraft,
    freshDraft: fresh,
    onOpenDraft: show,
  };
  const loose = {
    drafts: open.drafts.filter((draft) => draft.itemId === null),
    findings: open.findings.filter((finding) => finding.itemId === null),
  };
  return (
    <Page
      title={point.name}
      facts={`${point.categoryName} · ${point.id} · 清单第 ${checklist.edition} 版`}
      back={`/points/${encodeURIComponent(point.id)}`}
      layout="panes"
      action={
        done ? (
          <DoneFoot open={open} />
        ) : (
          !readOnly && (
            <ActionFoot
              open={open}
              current={position.current}
              next={next === null ? null : next + 1}
              onNext={() => next !== null && position.go(checklist.items[next]?.id ?? null)}
              onRecord={recordLoose}
              onFinish={() => {
                if (tally.open.length > 0 || forgotten(open).length > 0) setFinishing(true);
                else finish();
              }}
            />
          )
        )
      }
    >
      {wide && <ItemIndex open={open} current={position.current} onGo={position.go} />}
      <Pane label="检查项" scrollRef={position.box}>
        {inspection.finishedAt !== null && (
          <p class="done-word">
            <Icon name="check" size={20} weight={2.8} />
            {inspection.byName} {sayMoment(inspection.finishedAt)} 完成检查，答案不再改动
          </p>
        )}
        <ol class="items">
          {checklist.items.map((item, nth) => (
            <ItemRow
              key={item.id}
              {...shared}
              item={item}
              nth={nth + 1}
              readOnly={readOnly}
              answering={answering}
              onTouch={position.touch}
            />
          ))}
        </ol>
        {(loose.drafts.length > 0 || loose.findings.length > 0) && (
          <section class="item item-troubled" id="item-none" aria-label="清单以外的问题">
            <h2 class="item-none t-strong">清单以外的问题</h2>
            <Problems {...shared} {...loose} item={null} />
          </section>
        )}
      </Pane>
      <FinishDialog
        open={open}
        shown={finishing}
        onClose={() => setFinishing(false)}
        onGo={(itemId) => requestAnimationFrame(() => position.go(itemId))}
        onFinish={finish}
      />
    </Page>
  );
}

/** Index of the next item without an answer from the one at hand on, round to the beginning. */
function nextOpen({ checklist, tally }: OpenInspection, current: string): number | null {
  const open = new Set(tally.open);
  const at = checklist.items.findIndex((item) => item.id === current);
  const after = checklist.items.findIndex((item, nth) => nth > at && open.has(item.id));
  if (after >= 0) return after;
  const first = checklist.items.findIndex((item) => open.has(item.id));
  return first >= 0 ? first : null;
}
