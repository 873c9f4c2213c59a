/** What a deed needs: the rules that both sides run, and the tables that each uses. */
export { runMutation } from '../../protocol/mutations/index.ts';
export { SCOPES } from './scopes.ts';
