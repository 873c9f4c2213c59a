/** The floor under a push: the same transaction, written by hand on the bare driver. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ANSWERED, CHECKLIST, DEED, TABLES } from './bare-rows.ts';

export function openBareSqlite(): { pushFor(ms: number): number; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'xundian-bare-'));
  const db = new Database(join(folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  for (const table of TABLES) db.exec(table);
  db.prepare('INSERT INTO office VALUES (?, 0)').run('O1');
  db.prepare('INSERT INTO checklist VALUES (?, ?)').run('C01@1', CHECKLIST);
  for (let client = 0; client < 50; client += 1) {
    db.prepare('INSERT INTO client VALUES (?, ?, 0, 0)').run(`c${client}`, 'a1');
    db.prepare('INSERT INTO inspection VALUES (?, 0, ?)').run(`i${client}`, ANSWERED);
  }
  const begin = db.prepare('BEGIN IMMEDIATE');
  const lock = db.prepare('UPDATE office SET head = head + 1 WHERE id = ? RETURNING head');
  const who = db.prepare('SELECT * FROM client WHERE id = ?');
  const inspection = db.prepare('SELECT * FROM inspection WHERE id = ?');
  const checklist = db.prepare('SELECT * FROM checklist WHERE id = ?');
  const write = db.prepare('UPDATE inspection SET version = ?, body = ? WHERE id = ?');
  const journal = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?)');
  const keep = db.prepare('UPDATE client SET last_seq = ?, last_contact = ? WHERE id = ?');
  const commit = db.prepare('COMMIT');
  let seq = 0;
  return {
    /** Pushes one after the other for so long; answers how many a second. */
    pushFor(ms) {
      const began = performance.now();
      let done = 0;
      while (performance.now() - began < ms) {
        const nth = done % 50;
        seq += 1;
        begin.run();
        lock.get('O1');
        who.get(`c${nth}`);
        inspection.get(`i${nth}`);
        checklist.get('C01@1');
        write.run(seq, ANSWERED, `i${nth}`);
        journal.run(`c${nth}`, seq, 'inspection.answer', DEED);
        keep.run(seq, seq, `c${nth}`);
        commit.run();
        done += 1;
      }
      return done / ((performance.now() - began) / 1000);
    },
    close() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
