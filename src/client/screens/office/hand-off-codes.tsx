/** 移交编码: the city's own code table of 数字城管, and which code an item of a checklist is handed off under. */
import './hand-off-codes.css';
import { useState } from 'preact/hooks';
import { searchCodes } from '../../../domain/city-code.ts';
import { CodeReport, CodeTableAnswer } from '../../../protocol/handoff.ts';
import { Button } from '../../ui/button.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { TableImport } from './table-import.tsx';
import { Trouble } from './trouble.tsx';
import { useAnswer } from './use-answer.ts';

const PATH = '/api/handoff/codes';

export function HandOffCodes() {
  const { answer, again } = useAnswer(PATH, CodeTableAnswer);
  const [typed, setTyped] = useState('');
  if (!answer) return null;
  if (!answer.ok) return <Trouble answer={answer} onAgain={again} />;
  const { codes, mappings } = answer.value;
  const offered = codes.filter((one) => !one.retired);
  const names = new Map(codes.map((one) => [one.code, one]));
  const lost = mappings.filter(({ code }) => names.get(code)?.retired ?? true);
  const found = searchCodes(codes, typed);
  return (
    <>
      <p class="office-note">
        把问题移交数字城管平台时，用本市的部件、事件编码。文件可以是 XLSX、CSV 或
        TSV，第一行是列名；有一行不对，整份都不写入，并逐行说明哪里不对。
      </p>
      <TableImport
        id="city-codes"
        name="城市编码表"
        path="/api/import/city-codes"
        schema={CodeReport}
        facts={`现有 ${offered.length} 个编码`}
        columns="类别  大类代码  大类名称  小类代码  小类名称  城市编码  通常责任单位"
        note="导入的是整份编码表：表里没有的编码停用，不再提供选择；已经用它移交的问题不受影响。"
        say={sayReport}
        onTaken={again}
      />
      <TableImport
        id="code-mapping"
        name="检查项对应表"
        path="/api/import/code-mapping"
        schema={CodeReport}
        facts={`现有 ${mappings.length} 条对应`}
        columns="检查项或参考编码  城市编码"
        note="先导出，填好“城市编码”一列再导入。填在检查项那一行，只管这一项；填在参考编码那一行，管所有用它的检查项；都空着，就用清单自带的参考编码。"
        say={sayReport}
        onTaken={again}
        more={
          <>
            <Button kind="outlined" icon="export" href="/api/handoff/mapping.xlsx" download>
              导出 XLSX
            </Button>
            <Button kind="outlined" icon="export" href="/api/handoff/mapping.tsv" download>
              导出 TSV
            </Button>
          </>
        }
      />
      {lost.length > 0 && (
        <p class="office-trouble" role="status">
          有 {lost.length} 条对应到已停用的编码，移交时不会采用：
          {lost
            .slice(0, 5)
            .map(({ source, code }) => `${source} → ${code}`)
            .join('、')}
          {lost.length > 5 ? ' 等' : ''}。
        </p>
      )}
      <section class="codes" aria-labelledby="codes-head">
        <div class="import-head">
          <h2 id="codes-head" class="t-strong">
            编码表
          </h2>
          <SearchBox label="搜索编码" placeholder="编码或名称" value={typed} onInput={setTyped} />
        </div>
        {found.length === 0 ? (
          <p class="t-second">
            {offered.length === 0
              ? '还没有编码表。先导入本市数字城管的编码表，再做对应。'
              : '没有这样的编码。'}
          </p>
        ) : (
          <table class="codes-table">
            <thead>
              <tr>
                <th scope="col">编码</th>
                <th scope="col">类别</th>
                <th scope="col">大类</th>
                <th scope="col">小类</th>
                <th scope="col" class="codes-owner">
                  通常责任单位
                </th>
              </tr>
            </thead>
            <tbody>
              {found.map((one) => (
                <tr key={one.code}>
                  <th scope="row">{one.code}</th>
                  <td>{one.kind}</td>
                  <td>{one.majorName}</td>
                  <td>{one.minorName}</td>
                  <td class="codes-owner">{one.usualOwner}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}

function sayReport({ added, changed, unchanged, dropped }: CodeReport): string {
  const all = added + changed + unchanged;
  const sum = `${all} 条 = 新增 ${added} + 更新 ${changed} + 未变 ${unchanged}`;
  return dropped === 0 ? sum : `${sum}；停用 ${dropped} 条`;
}
