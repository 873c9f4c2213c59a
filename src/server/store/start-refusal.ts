/** Why the server does not start, in a sentence for the person at the console; not a bug. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
