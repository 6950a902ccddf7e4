/** Why an object can not be had. */
export class ObjectError extends Error {
  readonly code: 'missing' | 'corrupt' | 'too-large';

  constructor(code: ObjectError['code'], message: string) {
    super(message);
    this.name = 'ObjectError';
    this.code = code;
  }
}

export function corrupt(message: string): ObjectError {
  return new ObjectError('corrupt', message);
}
