/** A message as a whole sentence: some say so much that they end with a full stop already. */
export function fullStop(words: string): string {
  return /[。！？]$/.test(words) ? words : `${words}。`;
}
