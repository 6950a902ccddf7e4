import type { TemplateProgram } from './execute.ts';
import { standardFunctions } from './functions/standard-functions.ts';
import type { FunctionTable, TemplateFunction } from './functions/template-function.ts';
import { parseTemplates } from './syntax/parse-template.ts';

/**
 * Parses a template (bytes, a character a byte) in the language of Go's text/template. The tables of functions are added
 * to the standard ones; of one name the last counts. Throws `TemplateError`.
 */
export function parseProgram(text: string, name: string, ...tables: readonly FunctionTable[]): TemplateProgram {
  const functions = new Map<string, TemplateFunction>([standardFunctions, ...tables].flatMap((table) => [...table]));
  return { name, text, templates: parseTemplates(text, name, functions), functions };
}
