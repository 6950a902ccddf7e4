/** `owner/repository/path@ref`, as `uses` has it; undefined for what is local, an image, or chosen at run time. */
export interface ActionReference {
  readonly owner: string;
  readonly repository: string;
  /** With the folder, as it was written. */
  readonly name: string;
  readonly ref: string;
}

const form = /^(?<name>(?<owner>[\w.-]+)\/(?<repository>[\w.-]+)(?:\/[^@\s]+)?)(?:@(?<ref>\S+))?$/;

export function parseAction(text: string): ActionReference | undefined {
  if (/^\.|^docker:|\$\{\{/.test(text)) return undefined;
  const groups = form.exec(text)?.groups;
  const { name, owner, repository, ref = '' } = groups ?? {};
  return name === undefined || owner === undefined || repository === undefined
    ? undefined
    : { name, owner: owner.toLowerCase(), repository: repository.toLowerCase(), ref };
}

/** A full commit id (SHA-1 or SHA-256); nothing else of Git is content. */
export function isCommit(ref: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(ref);
}
