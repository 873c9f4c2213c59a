import { beforeEach, expect, test } from 'vitest';
import { enrol, recallEnrolment, rememberEnrolment } from '../../src/client/store/enrolment.ts';
import { emptyStorage } from '../support/own-storage.ts';

beforeEach(emptyStorage);

test('a device knows its store again, with the key that the office lent to it', async () => {
  expect(await enrol('i1', 'c1')).toEqual({ clientId: 'c1', sealKey: null, gone: [] });
  await rememberEnrolment('i1', { clientId: 'c1', sealKey: 'ab', gone: [] });
  expect(await enrol('i1', 'c1')).toEqual({ clientId: 'c1', sealKey: 'ab', gone: [] });
});

test('where another store is open than the one that was here, that one is gone, until it is said', async () => {
  await rememberEnrolment('i1', { clientId: 'c1', sealKey: 'ab', gone: [] });
  expect(await enrol('i1', 'c2')).toEqual({ clientId: 'c2', sealKey: null, gone: ['c1'] });
  expect(await enrol('i1', 'c2')).toMatchObject({ gone: ['c1'] });
  expect(await enrol('i1', 'c3')).toMatchObject({ gone: ['c1', 'c2'] });
});

test('of each person it remembers their own', async () => {
  await enrol('i1', 'c1');
  expect(await enrol('i2', 'c2')).toMatchObject({ gone: [] });
  expect(await recallEnrolment('i1')).toMatchObject({ clientId: 'c1' });
});
