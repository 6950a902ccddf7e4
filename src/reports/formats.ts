import type { ReportFormat } from '../model/report.ts';

/** A format before its code is loaded: one that is not asked for costs nothing. */
export interface ReportFormatEntry extends Omit<ReportFormat, 'write'> {
  load(): Promise<ReportFormat>;
}

function format(
  id: string,
  title: string,
  extension: string,
  loadWriter: () => Promise<ReportFormat['write']>,
): ReportFormatEntry {
  return { id, title, extension, load: async () => ({ id, title, extension, write: await loadWriter() }) };
}

const gitlab = async () => import('./gitlab/write-gitlab.ts');

/** Every format of `-o <id>=FILE`. A new one costs its folder and one line here. */
export const reportFormats: readonly ReportFormatEntry[] = [
  format(
    'terminal',
    'Text for people',
    'txt',
    async () => (await import('./terminal/write-terminal.ts')).writeTerminal,
  ),
  format('json', 'Portcullis JSON', 'json', async () => (await import('./json/write-json.ts')).writeJson),
  format(
    'jsonl',
    'Portcullis JSON lines',
    'jsonl',
    async () => (await import('./jsonl/write-jsonl.ts')).writeJsonLines,
  ),
  format('sarif', 'SARIF 2.1.0', 'sarif', async () => (await import('./sarif/write-sarif.ts')).writeSarif),
  format('gitlab', 'GitLab report that fits what ran', 'json', async () => (await gitlab()).writeGitlab),
  format(
    'gitlab-secret-detection',
    'GitLab secret detection report',
    'json',
    async () => (await gitlab()).writeSecretDetection,
  ),
  format('gitlab-sast', 'GitLab SAST report', 'json', async () => (await gitlab()).writeSast),
  format(
    'code-quality',
    'GitLab Code Quality report',
    'json',
    async () => (await import('./code-quality/write-code-quality.ts')).writeCodeQuality,
  ),
  format('junit', 'JUnit XML', 'xml', async () => (await import('./junit/write-junit.ts')).writeJunit),
  format(
    'markdown',
    'Markdown for a merge request',
    'md',
    async () => (await import('./markdown/write-markdown.ts')).writeMarkdown,
  ),
  format('csv', 'CSV for spreadsheets', 'csv', async () => (await import('./csv/write-csv.ts')).writeCsv),
  format('html', 'HTML page', 'html', async () => (await import('./html/write-html.ts')).writeHtml),
];
