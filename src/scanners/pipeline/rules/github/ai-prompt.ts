import { ExpressionSources } from '../../github/expression-sources.ts';
import { holdsSomething } from '../../github/permissions.ts';
import type { PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

const agent = (prompt: string) =>
  `      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: ${prompt}\n`;

export const aiPrompt: PipelineRule = {
  id: 'pipeline/ai-prompt',
  title: 'Strangers talk to an agent with rights',
  severity: 'high',
  confidence: 'medium',
  cwe: [77],
  tags: ['CICD-SEC-4', 'LLM01'],
  why: 'The text is a part of the prompt: an issue can tell the agent to use its tools and its token for somebody else.',
  fix: 'Run the agent for members only, without write permissions and secrets, with few tools; let it propose, and a person apply.',
  dialects: ['github'],
  bad: [
    workflow('issues', agent('"Triage: ${{ github.event.issue.body }}"')),
    workflow(
      'issue_comment',
      '      - uses: google-github-actions/run-gemini-cli@v0\n        with:\n          prompt: ${{ github.event.comment.body }}\n',
    ),
  ],
  good: [
    workflow('workflow_dispatch', agent('Update the changelog')),
    workflow('issues', agent('"Triage issue ${{ github.event.issue.number }}"'), { top: 'permissions: {}\n' }),
  ],
  checks: {
    *use(step, job, pipeline) {
      if (!agents.test(step.uses.text)) return;
      const sources = new ExpressionSources(pipeline);
      for (const { key, value } of step.inputs?.entries ?? []) {
        if (value.kind !== 'scalar' || !/prompt|instruction|input|message|task/i.test(key.text)) continue;
        const source = sources.inText(value.text, job, step).find(({ by }) => by === 'outsider');
        if (source)
          yield {
            at: value.range,
            message: `${source.path} tells the agent what to do`,
            ...(!holdsSomething(job, pipeline) && { severity: 'medium' as const }),
          };
      }
    },
  },
};

const agents =
  /^(?:anthropics\/claude-code|google-github-actions\/run-gemini|google-gemini\/gemini-cli|openai\/codex|actions\/ai-inference|github\/copilot|aider|sweepai|qodo-ai|coderabbitai|continuedev|warpdotdev)\S*/i;
