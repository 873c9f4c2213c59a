/**
 * The verify page: for anybody with a phone, without an account, the app or its worker.
 * It takes nothing of the app that keeps, syncs or signs in.
 */
import '../ui/tokens.css';
import './verify.css';
import { render } from 'preact';
import { VerifyPage } from './verify-page.tsx';

const root = document.getElementById('verify');
if (!root) throw new Error('the page has no place for its content');
root.replaceChildren();
render(<VerifyPage />, root);
