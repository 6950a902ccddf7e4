import type { ShellCommand, ShellWord } from '../../../lib/shell/shell-command.ts';

/** How a tool is told to write what GitLab reads, and under which of `artifacts:reports` it belongs. */
export interface ReportFormat {
  readonly report: string;
  readonly replace: ShellWord;
  readonly text: string;
}

/** Facts from the manuals of the tools: what stands for JSON now, and what would stand for GitLab's format. */
const formats: readonly (readonly [tool: string, option: RegExp, text: string, report: string])[] = [
  ['semgrep ci', /^--json$/, '--gitlab-sast', 'sast'],
  ['semgrep scan', /^--json$/, '--gitlab-sast', 'sast'],
  ['dependency-check', /^JSON$/i, 'GITLAB', 'dependency_scanning'],
  ['trivy image', /^json$/, 'template --template @/contrib/gitlab.tpl', 'container_scanning'],
];

/** The change that makes a tool write GitLab's own format; undefined for tools that can not, or that write no JSON. */
export function gitlabFormat(tool: string, { args }: ShellCommand): ReportFormat | undefined {
  for (const [name, option, text, report] of formats) {
    const replace = name === tool ? args.find(({ value }) => value !== undefined && option.test(value)) : undefined;
    if (replace) return { report, replace, text };
  }
  return undefined;
}
