import type { Scanner } from '../../model/scanner.ts';
import { isEvidence, mayBePolicy } from './evidence-files.ts';

/** Audits the definition of the pipeline itself: what an outsider, a contributor or a careless author can do with it. */
export const pipelineScanner: Scanner = {
  id: 'pipeline',
  title: 'Pipeline definition',
  accepts: ['directory', 'files', 'staged', 'commits', 'tree', 'stdin'],
  scope: 'project',
  maxBytes: 5_000_000,
  async rules() {
    return (await import('./rules/all.ts')).pipelineRules;
  },
  wants: ({ uri, size }) => isEvidence(uri) || mayBePolicy(uri, size),
  async start(context) {
    const { PipelineScan } = await import('./pipeline-scan.ts');
    return new PipelineScan(context);
  },
};
