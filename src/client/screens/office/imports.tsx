/** Units, checklists and points from the office's own sheets, in this order: each leans on the one before. */
import { useRef, useState } from 'preact/hooks';
import { ImportReport } from '../../../protocol/admin.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { type Answer, ask } from './ask.ts';
import { ImportFaults } from './import-faults.tsx';

type Kind = 'units' | 'checklists' | 'points';

const SHEETS: readonly {
  readonly kind: Kind;
  readonly name: string;
  readonly columns: string;
  readonly note: string;
}[] = [
  {
    kind: 'units',
    name: '责任单位',
    columns: 'unit  name  short_name  kind  duties',
    note: '先导入单位：点位和检查项都要指到单位。',
  },
  {
    kind: 'checklists',
    name: '检查清单',
    columns:
      'category  category_name  item  text  method  weight  bottom_line  unit_hint  digital_city_code',
    note: '再导入清单：点位的类型要在清单里有。改过的清单存为新版，旧检查照旧版。',
  },
  {
    kind: 'points',
    name: '点位',
    columns:
      'code  name  category  category_name  address  street  territory  sector_unit  lon  lat  crs  kind  name_basis',
    note: '最后导入点位：每行的 crs 要写明 WGS84，没有写明的不收。',
  },
];

const HOW =
  '文件是制表符分隔的文本（TSV，UTF-8 编码），第一行是列名；电子表格可以另存为这种格式。有一行不对，整份都不写入，并逐行说明哪里不对。';

export function Imports() {
  const counts = useLive(async (db) => {
    const [units, checklists, points] = await Promise.all([
      db.unit.count(),
      db.checklist.count(),
      db.point.count(),
    ]);
    return { units, checklists, points };
  }, []);
  return (
    <>
      <p class="office-note">{HOW}</p>
      {SHEETS.map((sheet, nth) => (
        <ImportSheet key={sheet.kind} nth={nth + 1} sheet={sheet} count={counts?.[sheet.kind]} />
      ))}
    </>
  );
}

function ImportSheet(props: {
  readonly nth: number;
  readonly sheet: (typeof SHEETS)[number];
  readonly count: number | undefined;
}) {
  const { nth, sheet, count } = props;
  const { wake } = useWorkplace();
  const input = useRef<HTMLInputElement>(null);
  const [fileName, setFileName] = useState('');
  const [answer, setAnswer] = useState<Answer<ImportReport> | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    setBusy(true);
    setFileName(file.name);
    setAnswer(null);
    const body = await file.text();
    const next = await ask(`/api/import/${sheet.kind}`, ImportReport, {
      method: 'POST',
      text: { type: 'text/tab-separated-values', body },
    });
    setBusy(false);
    setAnswer(next);
    if (next.ok) wake();
  };
  return (
    <section class="import" aria-labelledby={`import-${sheet.kind}`}>
      <div class="import-head">
        <h2 id={`import-${sheet.kind}`} class="t-strong">
          {nth}. {sheet.name}
        </h2>
        {count !== undefined && <p class="t-second">本机现有 {count}</p>}
        <input
          ref={input}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-hidden="true"
          accept=".tsv,.txt,text/tab-separated-values"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void take(file);
          }}
        />
        <Button
          kind="outlined"
          icon="up"
          label={`导入${sheet.name}`}
          disabled={busy}
          onClick={() => input.current?.click()}
        >
          {busy ? '正在导入' : '选文件导入'}
        </Button>
      </div>
      <p>{sheet.note}</p>
      <p class="t-small import-columns">列：{sheet.columns}</p>
      {answer && <ImportOutcome answer={answer} fileName={fileName} />}
    </section>
  );
}

function ImportOutcome(props: {
  readonly answer: Answer<ImportReport>;
  readonly fileName: string;
}) {
  const { answer, fileName } = props;
  if (answer.ok) {
    const { added, changed, unchanged } = answer.value;
    return (
      <p class="import-done" role="status">
        <Icon name="check" size={20} weight={2.6} />
        {fileName}：{added + changed + unchanged} 行 = 新增 {added} + 更新 {changed} + 未变{' '}
        {unchanged}
      </p>
    );
  }
  return <ImportFaults answer={answer} fileName={fileName} />;
}
