/** Which of the city's codes a problem is handed off under: suggested, searched for, or typed where there is no table. */
import './code-field.css';
import { useId, useState } from 'preact/hooks';
import { type CityCode, type CodeTable, sayCode, searchCodes } from '../../../domain/city-code.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SearchBox } from '../../ui/search-box.tsx';

export interface ChosenCode {
  readonly code: string;
  readonly name: string;
}

/** More than anyone reads: a further word narrows it. */
const SHOWN = 40;

export function CodeField(props: {
  readonly table: CodeTable | null;
  readonly suggested: CityCode | null;
  readonly value: ChosenCode;
  readonly onChange: (value: ChosenCode) => void;
  readonly error?: string;
}) {
  const { table, suggested, value, onChange, error } = props;
  const [searching, setSearching] = useState(false);
  const id = useId();
  if (!table || table.codes.length === 0) {
    return (
      <div class="code-typed">
        <p class="t-second">本机还没有城市编码表，可以直接填写编码；联网后会自动取来。</p>
        <Field
          label="城市编码"
          value={value.code}
          maxLength={20}
          placeholder="例如 SJ0102"
          onInput={(code) => onChange({ ...value, code: code.trim() })}
          {...(error ? { error } : {})}
        />
        <Field
          label="编码名称（可不填）"
          value={value.name}
          maxLength={60}
          onInput={(name) => onChange({ ...value, name })}
        />
      </div>
    );
  }
  if (searching || value.code === '') {
    return (
      <CodeSearch
        codes={table.codes}
        error={error ?? ''}
        onChoose={(code) => {
          onChange({ code: code.code, name: code.minorName });
          setSearching(false);
        }}
      />
    );
  }
  const isSuggested = suggested?.code === value.code;
  return (
    <div class="code-chosen" role="group" aria-labelledby={id}>
      <p id={id}>
        <span class="t-small">{isSuggested ? '按检查项对应的编码' : '选定的编码'}</span>
        <b class="t-strong">{sayCode(value.code, value.name)}</b>
      </p>
      <Button kind="outlined" onClick={() => setSearching(true)}>
        换一个
      </Button>
    </div>
  );
}

function CodeSearch(props: {
  readonly codes: readonly CityCode[];
  readonly error: string;
  readonly onChoose: (code: CityCode) => void;
}) {
  const [typed, setTyped] = useState('');
  const found = searchCodes(props.codes, typed);
  return (
    <div class="code-search">
      <SearchBox
        label="搜索城市编码"
        placeholder="编码或名称，如 暴露垃圾"
        value={typed}
        onInput={setTyped}
      />
      {props.error !== '' && (
        <p class="field-error" role="alert">
          {props.error}
        </p>
      )}
      <ul class="code-list" aria-label="城市编码">
        {found.slice(0, SHOWN).map((one) => (
          <li key={one.code}>
            <button type="button" onClick={() => props.onChoose(one)}>
              <b>{one.code}</b>
              <span>
                {one.minorName}
                <small>
                  {one.kind} · {one.majorName}
                </small>
              </span>
              <Icon name="chevron-right" size={18} />
            </button>
          </li>
        ))}
      </ul>
      <p class="t-small" role="status">
        {found.length === 0
          ? '没有这样的编码，换一个词再找。'
          : found.length > SHOWN
            ? `找到 ${found.length} 个，只列出前 ${SHOWN} 个，再写一个词会更准。`
            : `找到 ${found.length} 个。`}
      </p>
    </div>
  );
}
