/**
 * The reply page: one notice, for whoever holds its paper or a link to it, in any phone's
 * browser. It takes nothing of the app that keeps, syncs or signs in, and no worker.
 */
import '../ui/tokens.css';
import '../ui/tones.css';
import './reply.css';
import { render } from 'preact';
import { ReplyPage } from './reply-page.tsx';

const root = document.getElementById('reply');
if (!root) throw new Error('the page has no place for its content');
root.replaceChildren();
render(<ReplyPage />, root);
