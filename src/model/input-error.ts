/** A mistake of the user, not of the program: printed without a stack, exit code 2. */
export class InputError extends Error {
  /** Stable word for machines, for example `unknown-scanner`. */
  readonly code: string;
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(code: string, message: string, hint?: string) {
    super(message);
    this.name = 'InputError';
    this.code = code;
    this.hint = hint;
  }
}

/** Holds across bundles, where `instanceof` would meet another copy of the class. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === 'InputError' && 'code' in error;
}
