import { useMemo } from 'preact/hooks';
import { seriesOf } from '../../../domain/letter.ts';
import type { LetterRow, OfficeRow } from '../../../protocol/rows/index.ts';
import { useOffice } from '../../ui/use-office.ts';
import { useStages } from '../../ui/use-stages.ts';
import type { PaperOffer } from '../notice/share/paper-offer.ts';
import { letterOffer } from './letter-paper-of.ts';

/** 代字 that the office numbers these letters by; empty for none. */
export function agencyFor(office: OfficeRow | undefined, kind: LetterRow['kind']): string {
  if (!office) return '';
  return seriesOf(kind) === 'monthly' ? office.monthlyAgency : office.letterAgency;
}

export interface LetterOffer {
  readonly offer: PaperOffer;
  /** 编号待定: it is on its way to the office, which numbers it. */
  readonly pending: boolean;
}

export function useLetterOffer(letter: LetterRow | undefined): LetterOffer | undefined {
  const office = useOffice();
  const onTheWay = useStages('letter').has(letter?.id ?? '');
  const pending =
    letter !== undefined &&
    letter.number === null &&
    onTheWay &&
    agencyFor(office, letter.kind) !== '';
  return useMemo(
    () => letter && { offer: letterOffer(letter, pending), pending },
    [letter, pending],
  );
}
