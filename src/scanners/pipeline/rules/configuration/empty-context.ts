import { emptyContexts } from '../../github/empty-contexts.ts';
import type { PipelineRule } from '../../rule.ts';

const workflow = (job: string, on = 'push') => ({
  path: '.github/workflows/ci.yml',
  code: `on: ${on}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - id: unit\n        run: make test\n${job}`,
});

export const emptyContext: PipelineRule = {
  id: 'pipeline/empty-context',
  title: 'Expression over what is not there',
  severity: 'medium',
  confidence: 'high',
  cwe: [1286, 693],
  tags: ['CICD-SEC-1', 'CICD-SEC-7'],
  why: 'GitHub takes a job that is not needed, a step without that id or an undeclared input for an empty text, silently: a condition that guards a deployment is then always the same, and a gate is skipped or never asked.',
  fix: 'Name the job under `needs`, give the step that id, declare the input, or correct the spelling.',
  dialects: ['github'],
  bad: [
    workflow(
      "  deploy:\n    runs-on: ubuntu-24.04\n    if: needs.test.result == 'success'\n    steps:\n      - run: make deploy\n",
    ),
    workflow("      - if: steps.unti.outcome == 'failure'\n        run: ./report.sh\n"),
    workflow('      - run: ./report.sh ${{ matrx.os }}\n'),
    workflow("      - if: github.ref = 'refs/heads/main'\n        run: ./publish.sh\n"),
    workflow('      - if: ${{ github.ref == "refs/heads/main" }}\n        run: ./publish.sh\n'),
    workflow("      - if: ${{ containsAny(github.ref, 'x') }}\n        run: ./publish.sh\n"),
    workflow(
      '      - run: ./deploy.sh\n        env: { TARGET: "${{ inputs.enviroment }}" }\n',
      '{ workflow_dispatch: { inputs: { environment: { type: string } } } }',
    ),
  ],
  good: [
    workflow(
      "  deploy:\n    needs: test\n    runs-on: ubuntu-24.04\n    if: needs.test.result == 'success' && !cancelled()\n    steps:\n      - run: make deploy\n",
    ),
    workflow(
      "      - if: ${{ steps.Unit.outcome == 'failure' && github.ref != 'steps.none = needs.x' }}\n        run: ./report.sh\n",
    ),
    workflow('      - run: echo ${{ toJson(matrix) }} ${{ format(\'{0}\', env.X) }} "$(jq -r .steps.none x.json)"\n'),
    workflow("      - if: hashFiles('Cargo.lock') != '' && fromJSON(vars.ON)[0].steps\n        run: make\n"),
    {
      path: '.github/workflows/called.yml',
      code: 'on:\n  workflow_call:\n    inputs:\n      target: { type: string }\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make "$T"\n        env: { T: "${{ inputs.target }}" }\n',
    },
  ],
  checks: {
    *job(job, pipeline) {
      yield* emptyContexts(job, pipeline);
    },
  },
};
