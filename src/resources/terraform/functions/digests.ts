import { createHash } from 'node:crypto';
import { ofTexts, type NamedFunction } from './function.ts';

const digest = (algorithm: string, encoding: 'hex' | 'base64'): NamedFunction[1] =>
  ofTexts((text = '') => createHash(algorithm).update(text).digest(encoding));

export const digestFunctions: readonly NamedFunction[] = [
  ['md5', digest('md5', 'hex')],
  ['sha1', digest('sha1', 'hex')],
  ['sha256', digest('sha256', 'hex')],
  ['sha512', digest('sha512', 'hex')],
  ['base64sha256', digest('sha256', 'base64')],
  ['base64sha512', digest('sha512', 'base64')],
  ['base64encode', ofTexts((text = '') => Buffer.from(text).toString('base64'))],
  ['base64decode', ofTexts((text = '') => Buffer.from(text, 'base64').toString())],
  ['urlencode', ofTexts((text = '') => encodeURIComponent(text).replaceAll('%20', '+'))],
];
