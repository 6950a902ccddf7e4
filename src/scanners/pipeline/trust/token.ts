/** The claims that a subject is made of, in order: a project may choose others than the platform does. */
export type SubjectForm = readonly string[];

/** What an identity token says, as far as it is known. */
export interface Token {
  readonly claims: ReadonlyMap<string, string>;
  /** Claims that it has with values that nobody here knows. */
  readonly open: ReadonlySet<string>;
}

/** The values of a claim: none when the token has no such claim, undefined when it is not known. */
export function claimValues({ claims, open }: Token, name: string): readonly string[] | undefined {
  const value = claims.get(name);
  if (value !== undefined) return [value];
  return open.has(name) ? undefined : [];
}
