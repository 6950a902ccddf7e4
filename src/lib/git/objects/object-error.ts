/** Why an object can not be had. */
export class ObjectError extends Error {
  readonly code: 'missing' | 'corrupt' | 'too-large' | 'unreadable';

  constructor(code: ObjectError['code'], message: string) {
    super(message);
    this.name = 'ObjectError';
    this.code = code;
  }
}

export function corrupt(message: string): ObjectError {
  return new ObjectError('corrupt', message);
}

/** What the system refuses (permission, a pack that git has replaced meanwhile) is unreadable; bugs stay what they are. */
export function asObjectError(error: unknown): unknown {
  const isSystem = error instanceof Error && 'syscall' in error;
  return isSystem ? new ObjectError('unreadable', error.message) : error;
}
