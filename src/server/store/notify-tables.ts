/** Messages, and where they go out. See database.ts. */
export interface NotifyTables {
  notify_cursor: { office: string; version: number };
  message: {
    office: string;
    id: string;
    account_id: string;
    /** What makes it the same message: told twice, it is there once. */
    key: string;
    kind: string;
    text: string;
    link: string;
    at: number;
    read_at: number | null;
  };
  outlet: {
    office: string;
    push_allowed: number;
    hook_on: number;
    hook_url: string;
    hook_secret: string;
  };
  hook_item: {
    office: string;
    nth: number;
    id: string;
    kind: string;
    body: string;
    made_at: number;
    state: string;
    tries: number;
    next_at: number;
    error: string;
    settled_at: number | null;
  };
  push_key: { office: string; public_key: string; secret: string };
  push_device: {
    office: string;
    id: string;
    account_id: string;
    endpoint: string;
    p256dh: string;
    auth: string;
    made_at: number;
  };
  push_item: {
    office: string;
    id: string;
    device: string;
    body: string;
    made_at: number;
    tries: number;
    next_at: number;
  };
  job_day: { office: string; job: string; day: string; done_at: number };
}
