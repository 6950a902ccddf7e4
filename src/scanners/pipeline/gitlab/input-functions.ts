/** The functions of an interpolation block (GitLab documentation, "CI/CD inputs", predefined interpolation functions). */
export function applyFunction(value: string, call: string): string {
  const { name, args = '' } = /^\s*(?<name>\w+)\s*(?:\((?<args>[^)]*)\))?\s*$/.exec(call)?.groups ?? {};
  if (name === 'truncate') {
    const [offset = 0, length = 0] = args.split(',').map(Number);
    return value.slice(offset, offset + length);
  }
  if (name === 'posix_escape' || name === 'posix_quote') return posixEscape(value);
  // `expand_vars` leaves names of variables in the text; what they hold is not known here.
  return value;
}

function posixEscape(value: string): string {
  return value === '' ? "''" : value.replaceAll(/[^\w@%+=:,./-]/g, (character) => `\\${character}`);
}
