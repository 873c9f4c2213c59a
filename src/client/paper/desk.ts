/** What a paper is made with where it is issued; in one part, which the first screen does without. */
export { boxFaces } from '../fonts/box.ts';
export { signPaper } from '../seal/sign-paper.ts';
