/**
 * Lets the browser fetch a file by itself, straight onto the disk. A link without a name
 * for it would be taken for the way to another screen.
 */
export function download(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
