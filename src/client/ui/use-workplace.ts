import { type Workplace, workplace } from '../workplace.ts';

/** The signed-in person's place of work; screens behind the sign-in always have one. */
export function useWorkplace(): Workplace {
  const place = workplace.value;
  if (!place) throw new Error('A screen behind the sign-in was shown without a workplace.');
  return place;
}
