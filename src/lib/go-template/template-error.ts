/** A template that cannot be read or carried out; the message is worded as Go's, with the place in the template. */
export class TemplateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TemplateError';
  }
}

/** What a function of a template refuses; the place is added where it was called. */
export class FunctionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FunctionError';
  }
}
