import { existsSync } from 'node:fs';
import { InputError } from '../../model/input-error.ts';

/** @throws InputError when something is there that would be written over */
export function refuseExisting(path: string): void {
  if (!existsSync(path)) return;
  throw new InputError('exists', `${path} is there already`, 'say --force to write over it, or --stdout to compare');
}
