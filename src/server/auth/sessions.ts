/** Sessions: a random token in the cookie, its hash in the store, 30 days from the last use. */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Db } from '../store/database.ts';
import { type Prepared, prepared } from '../store/prepared.ts';
import { type AccountRow, PERSON_FIELDS, type Person, personOf } from './people.ts';

export const COOKIE = 'xundian_session';
const DAY_MS = 86_400_000;
const LIFE_MS = 30 * DAY_MS;
/** A use renews the session at most once a day, so that reading does not write. */
const RENEW_AFTER_MS = DAY_MS;

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export async function openSession(
  db: Db,
  person: Pick<Person, 'accountId' | 'officeId'>,
  now: number,
): Promise<string> {
  const token = newToken();
  await db.deleteFrom('session').where('expires_at', '<', now).execute();
  await db
    .insertInto('session')
    .values({
      hash: hashToken(token),
      office: person.officeId,
      account_id: person.accountId,
      created_at: now,
      renewed_at: now,
      expires_at: now + LIFE_MS,
    })
    .execute();
  return token;
}

export interface Found {
  readonly person: Person;
  /** True when the cookie should be sent anew, since the session lives longer now. */
  readonly renewed: boolean;
}

/** Finds the person of a token. */
export class SessionFinder {
  readonly #db: Db;
  readonly #officeId: string;
  readonly #ask: Prepared<AccountRow & { renewed_at: number }>;

  constructor(db: Db, officeId: string) {
    this.#db = db;
    this.#officeId = officeId;
    this.#ask = prepared(
      db
        .selectFrom('session')
        .innerJoin('account', (join) =>
          join
            .onRef('account.office', '=', 'session.office')
            .onRef('account.id', '=', 'session.account_id'),
        )
        .select([...PERSON_FIELDS, 'session.renewed_at'])
        .where('account.disabled', '=', sql.lit(0))
        .where('session.office', '=', '')
        .where('session.hash', '=', '')
        .where('session.expires_at', '>=', 0),
    );
  }

  /** Null where there is none, it has run out, or the account is closed. */
  async find(token: string, now: number): Promise<Found | null> {
    const hash = hashToken(token);
    const [row] = await this.#ask(this.#db, [this.#officeId, hash, now]);
    if (!row) return null;
    const renewed = now - row.renewed_at > RENEW_AFTER_MS;
    if (renewed) {
      await this.#db
        .updateTable('session')
        .set({ renewed_at: now, expires_at: now + LIFE_MS })
        .where('office', '=', this.#officeId)
        .where('hash', '=', hash)
        .execute();
    }
    return { person: personOf(row), renewed };
  }
}

export async function closeSession(db: Db, officeId: string, token: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('office', '=', officeId)
    .where('hash', '=', hashToken(token))
    .execute();
}

/** Ends every session of an account: its password or its standing has changed. */
export async function closeSessionsOf(db: Db, officeId: string, accountId: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('office', '=', officeId)
    .where('account_id', '=', accountId)
    .execute();
}

export function sendCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.header('set-cookie', cookie(request, token, LIFE_MS / 1000));
}

export function clearCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('set-cookie', cookie(request, '', 0));
}

function cookie(request: FastifyRequest, value: string, maxAge: number): string {
  const parts = [
    `${COOKIE}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${maxAge}`,
  ];
  if (request.protocol === 'https') parts.push('Secure');
  return parts.join('; ');
}
