/** One problem being written down, in place. At most one is open on a screen. */
import './problem-form.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sayClock } from '../../../domain/civil.ts';
import { sayOwnership } from '../../../domain/unit-hint.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import type { Item, PointRow, UnitRow } from '../../../protocol/rows/index.ts';
import { deleteDraft, saveFindingFromDraft } from '../../store/drafts.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import type { DraftRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { DeadlinePicker } from '../../ui/deadline-picker.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { useUnits } from '../../ui/use-city.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useWorkInHand } from '../../work-in-hand.ts';
import { PlaceWord } from './place-word.tsx';
import { ProblemPhotos } from './problem-photos.tsx';
import { problemPhrases, problemText, withPhrase } from './problem-phrase.ts';
import { useAddPhotos } from './use-add-photos.ts';
import { useDraft } from './use-draft.ts';

const MAX_TEXT = 1000;

export function ProblemForm(props: {
  readonly stored: DraftRow;
  readonly point: PointRow;
  readonly item: Item | null;
  /** True where the person has just asked for it: the text is then ready to be typed. */
  readonly focus: boolean;
  readonly onClosed: () => void;
}) {
  const { stored, point, item, focus, onClosed } = props;
  const place = useWorkplace();
  useWorkInHand();
  const now = useNow();
  const units = useUnits() ?? [];
  const { draft, current, change, hold, savedAt, trouble } = useDraft(stored);
  const adding = useAddPhotos(point.name, current, (photo) =>
    change({ photos: [...current().photos, photo] }),
  );
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!focus) return;
    showWhole(form.current);
    // A text that is there already needs no keyboard over half the screen yet.
    if (stored.text === '') text.current?.focus({ preventScroll: true });
  }, [focus, stored.id]);
  const first = item ? problemText(item.text) : '';
  const save = async () => {
    if (draft.text.trim() === '') {
      setRefused('请先写清是什么问题。');
      text.current?.focus();
      return;
    }
    setBusy(true);
    hold(true);
    try {
      const whole = { ...current(), text: current().text.trim() };
      const outcome = await saveFindingFromDraft(place, whole);
      if (!outcome.ok) {
        hold(false);
        setRefused(sayRefusal(outcome.reason, outcome.detail));
        return;
      }
      toast(`问题已存在本机 ${sayClock(place.now())}`);
      onClosed();
    } catch (error) {
      hold(false);
      setRefused(StorageTrouble.of(error).message);
    } finally {
      setBusy(false);
    }
  };
  const drop = async () => {
    hold(true);
    try {
      await deleteDraft(place.db, stored.id);
      onClosed();
    } catch (error) {
      hold(false);
      setRefused(StorageTrouble.of(error).message);
    }
  };
  return (
    <section class="problem-form" ref={form} aria-label={draft.amends ? '修改问题' : '登记问题'}>
      <div class="problem-main">
        <div class="problem-text">
          <TextArea
            label="问题"
            value={draft.text}
            rows={2}
            maxLength={MAX_TEXT}
            placeholder="写清位置和情况，例如：3号楼2单元楼道堆放纸箱杂物"
            inputRef={text}
            onInput={(value) => change({ text: value })}
          />
          {item && (
            <Phrases
              phrases={problemPhrases(item.text)}
              onPick={(phrase) => change({ text: withPhrase(draft.text, phrase, first) })}
            />
          )}
        </div>
        <ProblemPhotos
          draft={draft}
          adding={adding}
          onRemove={(id) => change({ photos: current().photos.filter((photo) => photo.id !== id) })}
        />
        <div class="problem-unit">
          <SelectField
            label="责任单位"
            value={draft.unitId}
            onChange={(unitId) => change({ unitId })}
            options={unitOptions(units, point)}
          />
          <Stepper label="例数" value={draft.count} onChange={(count) => change({ count })} />
        </div>
        <div class="field">
          <span class="field-label">整改期限</span>
          <DeadlinePicker
            value={draft.deadline}
            issuedAt={now}
            onChange={(deadline) => change({ deadline })}
          />
        </div>
      </div>
      {(refused !== '' || trouble !== '') && (
        <p class="problem-trouble" role="alert">
          {refused || trouble}
        </p>
      )}
      <footer class="problem-foot">
        <p class="problem-kept t-second">
          <PlaceWord place={draft.place} />
          <span>
            <Icon name="check" size={16} weight={2.8} />
            {savedAt === null ? '写的内容随时存在本机' : `草稿已存在本机 ${sayClock(savedAt)}`}
          </span>
        </p>
        <Button kind="plain" disabled={adding.busy !== null} onClick={drop}>
          {draft.amends ? '不改了' : '不登记'}
        </Button>
        <Button kind="primary" icon="check" disabled={busy || adding.busy !== null} onClick={save}>
          保存问题
        </Button>
      </footer>
    </section>
  );
}

/** Where the form reaches below the screen, its item goes to the top. */
function showWhole(form: HTMLElement | null): void {
  const room = form?.closest('.pane-scroll')?.getBoundingClientRect();
  if (!form || !room || form.getBoundingClientRect().bottom <= room.bottom) return;
  (form.closest('.item') ?? form).scrollIntoView({ block: 'start' });
}

function Phrases(props: {
  readonly phrases: readonly string[];
  readonly onPick: (phrase: string) => void;
}) {
  if (props.phrases.length === 0) return null;
  return (
    <div class="problem-phrases" role="group" aria-label="常用语">
      {props.phrases.map((phrase) => (
        <button key={phrase} type="button" onClick={() => props.onPick(phrase)}>
          {phrase}
        </button>
      ))}
    </div>
  );
}

/** The point's own units first, each with how it stands to the point. */
function unitOptions(units: readonly UnitRow[], point: PointRow) {
  return units
    .map((unit) => {
      const owns = sayOwnership(unit.id, point);
      const name = unit.shortName || unit.name;
      return {
        value: unit.id,
        label: owns === '' ? name : `${name}（${owns}）`,
        group: owns === '' ? '其他单位' : '本点位的单位',
      };
    })
    .sort((a, b) => (a.group === b.group ? 0 : a.group === '本点位的单位' ? -1 : 1));
}
