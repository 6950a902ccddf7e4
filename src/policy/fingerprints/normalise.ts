/**
 * Code without what a formatter may change: white space, the kind of quotes, semicolons, commas before a closing
 * bracket, line continuations.
 */
export function normaliseContent(text: string): string {
  return text
    .replace(/\\\r?\n/g, '')
    .replace(/[\s;]+/g, '')
    .replace(/['`]/g, '"')
    .replace(/,(?=[)\]}]|$)/g, '');
}

/** Coarser, for the surroundings: also without brackets, commas and quotes that formatters add and remove. */
export function normaliseContext(text: string): string {
  return text.replace(/[\s;,()'"`\\]+/g, '');
}
