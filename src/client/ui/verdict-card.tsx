/** What a QR is worth, in large type, with what it says of itself. The app and the verify page show the same. */
import './verdict-card.css';
import type { ComponentChildren } from 'preact';
import { sayDate } from '../../domain/civil.ts';
import { sayNumber } from '../../domain/notice-number.ts';
import { type Judgement, type SealVerdict, VERDICT_NAMES } from '../../domain/seal-verdict.ts';
import type { SealFacts } from '../../protocol/sealed.ts';

const SIGNS: Record<SealVerdict, string> = {
  genuine: 'M4.5 12.5l5 5L19.5 7',
  altered: 'M6 6l12 12M18 6L6 18',
  copied: 'M9 9h11v11H9zM15 9V4H4v11h5',
  voided: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.6 5.6l12.8 12.8',
  revoked: 'M12 3.5L22 20.5H2zM12 10v5M12 17v1',
  unknown: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.9M12 17.5v1.5',
};

const TONES: Record<SealVerdict, 'ok' | 'bad' | 'warn'> = {
  genuine: 'ok',
  altered: 'bad',
  copied: 'bad',
  voided: 'bad',
  revoked: 'bad',
  unknown: 'warn',
};

export function VerdictCard(props: {
  readonly judgement: Judgement;
  /** When and why, where there is more to say. */
  readonly more?: string;
  readonly children?: ComponentChildren;
}) {
  const { verdict, why, todo } = props.judgement;
  return (
    <section class={`verdict verdict-${TONES[verdict]}`} role="status" data-verdict={verdict}>
      <h2 class="verdict-name">
        <VerdictSign verdict={verdict} />
        {VERDICT_NAMES[verdict]}
      </h2>
      <p>{why}</p>
      {props.more && <p>{props.more}</p>}
      <p class="verdict-todo">{todo}</p>
      {props.children}
    </section>
  );
}

function VerdictSign({ verdict }: { readonly verdict: SealVerdict }) {
  return (
    <svg class="verdict-sign" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGNS[verdict]} />
    </svg>
  );
}

/** What the QR says of the paper that it belongs on. */
export function SealFactList({ facts }: { readonly facts: SealFacts }) {
  return (
    <dl class="seal-facts">
      <div>
        <dt>文号</dt>
        <dd>{sayNumber(facts.number)}</dd>
      </div>
      <div>
        <dt>主送单位</dt>
        <dd>{facts.unit}</dd>
      </div>
      <div>
        <dt>签发日期</dt>
        <dd>{sayDate(facts.date)}</dd>
      </div>
      <div>
        <dt>问题数</dt>
        <dd>{facts.problems} 个</dd>
      </div>
    </dl>
  );
}
