/** Where each deed about a problem is done: a form over the screen, or a screen of its own. */
import type { ComponentType } from 'preact';
import type { Offered } from '../../../../domain/finding-offers.ts';
import type { IconName } from '../../../ui/icon.tsx';
import type { DeedFormProps } from './deed-form.ts';
import { HandOffForm } from './hand-off-form.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { ReviewShelfDialog } from './review-shelf-dialog.tsx';
import { ShelveDialog } from './shelve-dialog.tsx';
import { VoidForm } from './void-form.tsx';

/** A deed without a form and without a page is not offered. */
export const DEED_FORMS: Partial<Record<Offered, ComponentType<DeedFormProps>>> = {
  return: ReturnDialog,
  review: ReviewShelfDialog,
  'hand-off': HandOffForm,
  shelve: ShelveDialog,
  merge: MergeDialog,
  void: VoidForm,
};

export function pageOf(deed: Offered, findingId: string): string | null {
  if (deed === 'recheck') return `/findings/${findingId}/recheck`;
  return deed === 'fix' ? `/findings/${findingId}/fix` : null;
}

export const DEED_ICONS: Record<Offered, IconName> = {
  accept: 'check',
  recheck: 'camera',
  return: 'undo',
  fix: 'check',
  review: 'calendar',
  'hand-off': 'export',
  shelve: 'storage',
  merge: 'layers',
  void: 'cross',
};
