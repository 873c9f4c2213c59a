/** The office's file of a batch: it is streamed to the disk, never held in this page. */
export function batchFile(id: string): string {
  return `/api/handoff/batches/${encodeURIComponent(id)}/file.zip`;
}

export function saveFrom(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
