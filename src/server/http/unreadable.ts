/** What never became a request: too long a head, or no HTTP at all. The connection ends with its answer. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorCode } from '../store/store-error.ts';
import { Failure } from './failure.ts';
import type { Log } from './log.ts';

export function answerRaw(error: Error, socket: Socket, log: Log): void {
  const tooLong = errorCode(error) === 'HPE_HEADER_OVERFLOW';
  const { status, body } = new Failure(tooLong ? 'headers-too-large' : 'bad-request');
  log.warn({ status }, 'refused');
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}
