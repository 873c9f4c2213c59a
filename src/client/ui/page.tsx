/**
 * The frame of a screen: top bar, content, at most one action bar. The bar, the
 * light and the actions keep their places offline, in error and empty.
 */
import './page.css';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from './button.tsx';
import { Chip } from './chip.tsx';
import { CustodyLight } from './custody-light.tsx';
import { useOffice } from './use-office.ts';

export function Page(props: {
  readonly title: string;
  /** The facts beside the title: round, group, date. */
  readonly facts?: ComponentChildren;
  /** Where 返回 leads; its presence makes the screen a deep one (no bottom bar on the phone). */
  readonly back?: string;
  /** Controls of the top bar, before the light. */
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
  /** The bar at the bottom. */
  readonly action?: ComponentChildren;
  /** `panes`: children are `Pane`s side by side, each scrolling by itself. */
  readonly layout?: 'scroll' | 'panes';
}) {
  const { title, facts, back, tools, children, action, layout = 'scroll' } = props;
  const office = useOffice();
  useEffect(() => {
    document.title = `${title} · 巡点`;
  }, [title]);
  return (
    <div class={`page${back === undefined ? '' : ' page-deep'}`}>
      <header class="topbar">
        {back !== undefined && (
          <span class="topbar-back">
            <Button kind="outlined" icon="back" label="返回" href={back} />
          </span>
        )}
        <div class="topbar-words">
          <h1 class="t-screen">{title}</h1>
          {facts !== undefined && <p class="topbar-facts">{facts}</p>}
          {office?.sample && (
            <span class="topbar-sample">
              <Chip look="outlined" tone="ink2" small>
                示例数据
              </Chip>
            </span>
          )}
        </div>
        {tools !== undefined && <div class="topbar-tools">{tools}</div>}
        <CustodyLight />
      </header>
      <main class={`page-body page-${layout}`}>{children}</main>
      {action !== undefined && <footer class="action-bar">{action}</footer>}
    </div>
  );
}
