/** 移交: codes, batches and the platform’s receipts. See database.ts. */
export interface HandoffTables {
  city_code: {
    office: string;
    code: string;
    /** Its place in the table that was imported. */
    rank: number;
    kind: string;
    major: string;
    major_name: string;
    minor: string;
    minor_name: string;
    usual_owner: string;
    retired: number;
  };
  code_mapping: { office: string; source: string; code: string };
  handoff: { office: string; id: string; finding_id: string; case_number: string };
  handoff_batch: {
    office: string;
    id: string;
    made_at: number;
    by: string;
    by_name: string;
    problems: number;
    photos: number;
    record: string;
  };
  handoff_receipt: {
    office: string;
    id: string;
    digest: string;
    file_name: string;
    at: number;
    by: string;
    by_name: string;
    report: string;
  };
}
