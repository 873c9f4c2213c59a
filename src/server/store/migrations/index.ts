import { city } from './0001-city.ts';
import { work } from './0002-work.ts';
import { people } from './0003-people.ts';
import { sync } from './0004-sync.ts';
import { recall } from './0005-recall.ts';
import { rescue } from './0006-rescue.ts';
import { paper } from './0007-paper.ts';
import { answer } from './0008-answer.ts';
import { ledger } from './0009-ledger.ts';
import { handoff } from './0010-handoff.ts';
import { replyLink } from './0011-reply-link.ts';
import { history } from './0012-history.ts';
import { notify } from './0013-notify.ts';
import type { Migration } from './migration.ts';

/** In order, numbered from 1 without a gap. */
export const MIGRATIONS: readonly Migration[] = [
  city,
  work,
  people,
  sync,
  recall,
  rescue,
  paper,
  answer,
  ledger,
  handoff,
  replyLink,
  history,
  notify,
];
