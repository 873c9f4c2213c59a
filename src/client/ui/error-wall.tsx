/** What a person sees where a screen broke: that it broke, that nothing is lost, and the way on. */
import { Component, type ComponentChildren } from 'preact';
import { StorageTrouble } from '../store/storage-trouble.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';

interface Props {
  readonly children: ComponentChildren;
  /** Changes with the address: another screen gets another try. */
  readonly at: string;
}

interface State {
  readonly error: Error | null;
  readonly at: string;
}

export class ErrorWall extends Component<Props, State> {
  override state: State = { error: null, at: this.props.at };

  static override getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.at === state.at ? null : { error: null, at: props.at };
  }

  override componentDidCatch(error: unknown) {
    console.error('页面出错', error);
    this.setState({ error: error instanceof Error ? error : new Error(String(error)) });
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const known = error instanceof StorageTrouble;
    return (
      <main class="page-body page-scroll">
        <h1 class="unseen">页面出错</h1>
        <Empty
          icon="warning"
          text={known ? error.message : '这个页面出错了。本机已存的内容都在，没有丢。'}
        >
          <Button kind="primary" onClick={() => location.reload()}>
            重新载入
          </Button>
          <Button kind="plain" href="/sync">
            查看本机已存的内容
          </Button>
          {!known && <p class="t-small">{error.message}</p>}
        </Empty>
      </main>
    );
  }
}
