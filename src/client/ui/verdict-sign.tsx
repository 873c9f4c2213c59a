/** ✓ ▲ ✕ — : shape first, colour second. */
import type { Verdict } from '../../domain/answer.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

export const VERDICT_ICONS: Readonly<Record<Verdict, IconName>> = {
  met: 'check',
  mostly: 'triangle',
  unmet: 'cross',
  na: 'dash',
};

export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  met: 'ok',
  mostly: 'warn',
  unmet: 'bad',
  na: 'na',
};

export function VerdictSign(props: { readonly verdict: Verdict; readonly size?: number }) {
  return <Icon name={VERDICT_ICONS[props.verdict]} size={props.size ?? 20} weight={2.8} />;
}
