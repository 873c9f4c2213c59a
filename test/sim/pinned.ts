/**
 * What once broke a promise, and must never again: kept as the steps themselves,
 * since a seed means something else as soon as the dice are weighted anew.
 */
export interface Pinned {
  /** What went wrong, and where it was mended. */
  readonly why: string;
  readonly script: readonly string[];
}

export const PINNED: readonly Pinned[] = [
  {
    why: 'a sign-in page’s 200 was taken for the office’s word that it has a photo (photo-there.ts)',
    script: [
      'i1,i1 small 2023-11-07T02:00:00.000Z',
      'open 0/0 0.0.0.0 +100 rest',
      'flow 1/0 0.0.0.0 +100 rest',
      'record 1/1 428.922.499.385 +334 rest',
      'record 2/0 410.146.331.504 +668 rest',
      'record 3/0 214.587.283.791 +581 rest',
      'flow 0/0 649.644.844.113 +62 rest',
      'portal 1/1 840.929.436.122 +434 rest',
    ],
  },
];
