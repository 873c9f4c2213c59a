import type { ComponentChildren } from 'preact';

/** Nothing to show, and what to do about it. */
export function NoWay(props: { readonly message: string; readonly children?: ComponentChildren }) {
  return (
    <div class="reply-note reply-warn" role="alert">
      <p>{props.message}</p>
      {props.children}
    </div>
  );
}
