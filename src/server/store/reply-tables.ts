/** The unit’s way in without an account, and the files that it sends. See database.ts. */
export interface ReplyTables {
  reply: { office: string; id: string; version: number; finding_id: string; files: string };
  reply_link: {
    office: string;
    id: string;
    notice_id: string;
    hash: string;
    made_at: number;
    made_by: string;
    made_by_name: string;
    used_at: number | null;
    revoked_at: number | null;
    revoked_by_name: string;
  };
  reply_paper: {
    office: string;
    notice_id: string;
    revoked_at: number;
    revoked_by_name: string;
  };
  answer_file: { office: string; sha256: string; type: string; bytes: number };
  answer_sent: {
    office: string;
    holder: string;
    sha256: string;
    bytes: number;
    sent_at: number;
    named: number;
  };
}
