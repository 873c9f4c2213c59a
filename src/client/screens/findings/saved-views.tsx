/** 常用视图: filters and order under a name, kept by the office for this person, on every device. */
import { useEffect, useState } from 'preact/hooks';
import {
  filterText,
  type LedgerFilter,
  type LedgerView,
  LedgerViews,
} from '../../../protocol/ledger.ts';
import { makeId } from '../../devices/uuid.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { fullStop } from '../../ui/full-stop.ts';
import { toast } from '../../ui/toast.tsx';
import { ask, type Question } from '../office/ask.ts';

const PATH = '/api/ledger/views';

export function SavedViews(props: {
  readonly filter: LedgerFilter;
  readonly set: (change: Partial<LedgerFilter>) => void;
}) {
  const { filter, set } = props;
  const [views, setViews] = useState<readonly LedgerView[]>([]);
  const [open, setOpen] = useState(false);
  const [trouble, setTrouble] = useState('');
  const put = async (path: string, question: Question): Promise<boolean> => {
    const answer = await ask(path, LedgerViews, question);
    if (answer.ok) setViews(answer.value.views);
    setTrouble(answer.ok ? '' : answer.message);
    return answer.ok;
  };
  useEffect(() => {
    void put(PATH, {});
  }, []);
  const current = views.find((view) => filterText(view.filter) === filterText(filter));
  const save = async (name: string) => {
    // The same name is the same view, changed.
    const id = views.find((view) => view.name === name)?.id ?? makeId();
    if (!(await put(PATH, { method: 'POST', json: { id, name, filter } }))) return;
    setOpen(false);
    toast(`已保存视图“${name}”`);
  };
  return (
    <>
      {views.length > 0 && (
        <FilterSelect
          label="视图"
          value={current?.id ?? ''}
          choices={views.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            const view = views.find((one) => one.id === id);
            if (view) set(view.filter);
          }}
        />
      )}
      <Button kind="outlined" onClick={() => setOpen(true)}>
        {views.length > 0 ? '管理视图' : '保存视图'}
      </Button>
      <ViewsDialog
        key={String(open)}
        open={open}
        views={views}
        trouble={trouble}
        onSave={save}
        onDrop={(id) => put(`${PATH}/${id}`, { method: 'DELETE' })}
        onClose={() => {
          setTrouble('');
          setOpen(false);
        }}
      />
    </>
  );
}

function ViewsDialog(props: {
  readonly open: boolean;
  readonly views: readonly LedgerView[];
  readonly trouble: string;
  readonly onSave: (name: string) => void;
  readonly onDrop: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { open, views, trouble, onSave, onDrop, onClose } = props;
  const [name, setName] = useState('');
  const said = name.trim();
  return (
    <Dialog
      title="常用视图"
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            关闭
          </Button>
          <Button kind="primary" disabled={said === ''} onClick={() => onSave(said)}>
            保存
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (said !== '') onSave(said);
        }}
      >
        <Field
          label="把现在的筛选和排序存为"
          value={name}
          onInput={setName}
          maxLength={40}
          placeholder="如 城管局超期"
          {...(trouble === '' ? {} : { error: fullStop(trouble) })}
        />
      </form>
      {views.length > 0 && (
        <ul class="ledger-views">
          {views.map((view) => (
            <li key={view.id}>
              <span>{view.name}</span>
              <Button
                kind="plain"
                icon="trash"
                label={`删除视图“${view.name}”`}
                onClick={() => onDrop(view.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
