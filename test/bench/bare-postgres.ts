/** The floor under a push on PostgreSQL: the same transaction over as many connections as the server holds. */
import pg from 'pg';
import { ANSWERED, CHECKLIST, DEED, TABLES } from './bare-rows.ts';

const CONNECTIONS = 10;

export async function openBarePostgres(url: string): Promise<{
  pushFor(ms: number): Promise<number>;
  close(): Promise<void>;
}> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  // `end` resolves before its connections are shut: the database may still say goodbye to one.
  pool.on('error', () => undefined);
  for (const table of TABLES) await pool.query(table);
  await pool.query('INSERT INTO office VALUES ($1, 0)', ['O1']);
  await pool.query('INSERT INTO checklist VALUES ($1, $2)', ['C01@1', CHECKLIST]);
  for (let client = 0; client < 50; client += 1) {
    await pool.query('INSERT INTO client VALUES ($1, $2, 0, 0)', [`c${client}`, 'a1']);
    await pool.query('INSERT INTO inspection VALUES ($1, 0, $2)', [`i${client}`, ANSWERED]);
  }
  let seq = 0;
  const push = async (nth: number) => {
    seq += 1;
    const mine = seq;
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('UPDATE office SET head = head + 1 WHERE id = $1 RETURNING head', ['O1']);
      await client.query('SELECT * FROM client WHERE id = $1', [`c${nth}`]);
      await client.query('SELECT * FROM inspection WHERE id = $1', [`i${nth}`]);
      await client.query('SELECT * FROM checklist WHERE id = $1', ['C01@1']);
      await client.query('UPDATE inspection SET version = $1, body = $2 WHERE id = $3', [
        mine,
        ANSWERED,
        `i${nth}`,
      ]);
      await client.query('INSERT INTO journal VALUES ($1, $2, $3, $4)', [
        `c${nth}`,
        mine,
        'inspection.answer',
        DEED,
      ]);
      await client.query('UPDATE client SET last_seq = $1, last_contact = $1 WHERE id = $2', [
        mine,
        `c${nth}`,
      ]);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
  return {
    async pushFor(ms) {
      const began = performance.now();
      let done = 0;
      await Promise.all(
        Array.from({ length: 50 }, async (_, nth) => {
          while (performance.now() - began < ms) {
            await push(nth);
            done += 1;
          }
        }),
      );
      return done / ((performance.now() - began) / 1000);
    },
    close: () => pool.end(),
  };
}
