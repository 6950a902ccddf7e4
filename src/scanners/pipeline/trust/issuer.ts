/** Who makes identity tokens for jobs. */
export interface Issuer {
  readonly platform: 'github' | 'gitlab';
  /** As it stands in addresses and condition keys: `token.actions.githubusercontent.com`, `gitlab.com`. */
  readonly host: string;
}

export const githubHost = 'token.actions.githubusercontent.com';

/**
 * The issuer that a text names: its address (`https://gitlab.example.org`), the ARN of AWS's provider for it, the key of a
 * condition (`gitlab.com:sub`). Undefined when it names none that is known.
 */
export function issuerIn(text: string): Issuer | undefined {
  if (text.includes(githubHost)) return { platform: 'github', host: githubHost };
  const host =
    /(?:^|[/@.])(gitlab\.[a-z0-9.-]+|[a-z0-9-]+\.gitlab\.[a-z0-9.-]+|[a-z0-9.-]*\bgitlab[a-z0-9.-]*\.[a-z]{2,})(?=$|[:/])/i.exec(
      text,
    )?.[1];
  return host === undefined ? undefined : { platform: 'gitlab', host: host.toLowerCase() };
}

/** The issuer whose subjects look like this. */
export function issuerOfSubject(subject: string): Issuer | undefined {
  if (/^repo:|^repository_owner/.test(subject)) return { platform: 'github', host: githubHost };
  return subject.startsWith('project_path:') ? { platform: 'gitlab', host: 'gitlab.com' } : undefined;
}
