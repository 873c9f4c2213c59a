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
  {
    why: 'a tab’s first request bore the sign-in of the next person on the tablet, and the office took the store for that person’s (exchange.ts)',
    script: [
      'i1,s1 small 2023-11-07T02:00:00.000Z',
      'open 0/0 0.0.0.0 +100 rest',
      'open 2/1 892.235.459.958 +698 rest',
      'change-hands 3/0 119.39.486.847 +455 rest',
      'minutes-pass 0/1 493.996.915.869 +384 8',
      'wake 0/0 717.655.994.682 +0 rest',
      'pass 1/1 877.9.714.140 +371 rest',
    ],
  },
  {
    why: 'a photo of one who turned from supervisor to unit before it was sent could never arrive (routes/photos.ts)',
    script: [
      'i1,u1,u1 small 2023-11-07T02:00:00.000Z',
      'dear-line 3/1 162.448.695.528 +663 rest',
      'role 3/1 103.31.443.247 +806 rest',
      'open 3/1 266.487.655.319 +0 17',
      'change-hands 3/1 351.47.314.646 +0 rest',
      'flow 0/0 150.424.661.222 +78 rest',
      'record 3/1 418.418.912.299 +281 rest',
      'flow 1/1 458.466.957.694 +208 rest',
    ],
  },
  {
    why: 'a deed that was given up and tried again at once was said to be sent, and was given up (decisions.ts)',
    script: [
      'i1,i1 small 2023-11-07T02:00:00.000Z',
      'open 0/0 0.0.0.0 +100 rest',
      'flow 0/0 0.0.0.0 +100 rest',
      'record 2/0 251.913.223.863 +0 rest',
      'lose-request 0/1 389.430.285.988 +684 rest',
      'open 1/1 46.856.278.129 +389 rest',
      'flow 2/0 677.572.405.116 +888 rest',
      'issue 2/0 727.353.157.381 +600 rest',
      'amend 3/0 793.440.194.654 +85 21',
      'flow 0/1 654.82.374.447 +0 rest',
      'discard 1/0 431.395.138.179 +531 2',
      'retry 1/0 697.809.196.259 +0 rest',
    ],
  },
];
