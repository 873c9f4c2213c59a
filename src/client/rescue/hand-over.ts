/** Ways to hand over a file that this page has made. */

/** A person's name within a file's, without what some file systems refuse. */
export function nameInFile(name: string): string {
  return name.replaceAll(/[\s\\/:*?"<>|]/g, '');
}

/** A slow device may begin to read the file a while later. */
const KEPT_MS = 60_000;

export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

export function canShare(file: File): boolean {
  return 'canShare' in navigator && navigator.canShare({ files: [file] });
}

/** By whatever the person chooses: a message, a cable, a near device. */
export async function shareFile(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    // Closing the list of ways without choosing one is no failure.
    console.info('没有分享', error);
  }
}
