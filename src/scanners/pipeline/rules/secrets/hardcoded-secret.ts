import { oncePer } from '../../../../lib/once-per.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { PipelineRule } from '../../rule.ts';
import { isSecretName } from '../../taint/secret-names.ts';
import { isPlaceholder } from './placeholder.ts';

/** Formats by which a search for secrets recognises tokens and keys; it reports them, wherever they stand. */
const recognised =
  /^(?:(?:AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|gl\w{2,6}-|xox[abprs]-|sk_(?:live|test)_|npm_|pypi-|hv[sb]\.|eyJ|AIza|SG\.|dop_v1_|shpat_|-----BEGIN)|[0-9a-f]{32,}$|[A-Za-z0-9+/_-]{36,}={0,2}$)/;

const gitlab = (name: string, value: string) => ({
  path: '.gitlab-ci.yml',
  code: `variables:\n  ${name}: ${value}\njob:\n  script: make\n`,
});
const github = (name: string, value: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    env:\n      ${name}: ${value}\n    steps:\n      - run: make\n`,
});
const chosen = ['Tr0ub4dour', '&3-horse'].join('');

export const hardcodedSecret: PipelineRule = {
  id: 'pipeline/hardcoded-secret',
  title: 'Password is written into the pipeline',
  severity: 'high',
  confidence: 'medium',
  cwe: [798, 540],
  tags: ['CICD-SEC-6', 'CIS-1.5.1', 'A07:2021'],
  why: 'Everybody who can read the repository, now or in its history, has the password; every job and every service of the pipeline gets it.',
  fix: 'Change the password, keep the new one in the settings (masked, protected) or in a secrets manager, and delete the line.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlab('DB_PASSWORD', `"${chosen}"`),
    gitlab('FTP_PASS', chosen.replace('horse', 'Bern')),
    github('REGISTRY_PASSWORD', `"${chosen}"`),
    github('SMTP_PASSWORD', 'w1nter.is.c0ming'),
  ],
  good: [
    gitlab('DB_PASSWORD', '$PRODUCTION_DB_PASSWORD'),
    gitlab('POSTGRES_PASSWORD', 'postgres'),
    gitlab('SECRET_DETECTION_ENABLED', '"true"'),
    github('DB_PASSWORD', '${{ secrets.DB_PASSWORD }}'),
    github('TOKEN_URL', 'https://example.org/token'),
    github('MYSQL_ROOT_PASSWORD', 'test1234'),
  ],
  checks: {
    *job(job, pipeline) {
      for (const { name, value } of job.variables) {
        if (!value || !isSecretName(name) || isPlaceholder(value.text) || recognised.test(value.text)) continue;
        // The database beside a test is gone with the job.
        if (
          hasServices(pipeline) &&
          /^(?:POSTGRES|MYSQL|MARIADB|MONGO|RABBITMQ|REDIS|MSSQL|SA|PG|DB|DATABASE)\w*PASS/.test(name)
        )
          continue;
        if (/TEST/i.test(name)) continue;
        if (typeof value.value !== 'string' || /\s/.test(value.text.trim())) continue;
        yield { at: value.range, message: `${name} is written out`, subject: name };
      }
    },
  },
};

/** A variable for a service is often set for all jobs. */
const hasServices = oncePer(({ jobs }: Pipeline) =>
  jobs.some(({ images }) => images.some(({ role }) => role === 'service')),
);
