/** `P@ssw0rd` as `password`: lower case, with letters for the digits and signs that look like them. */
export function unleet(value: string): string {
  return value
    .toLowerCase()
    .replace(/@|4/g, 'a')
    .replace(/3/g, 'e')
    .replace(/[1!|]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/[$5]/g, 's')
    .replace(/7/g, 't');
}
