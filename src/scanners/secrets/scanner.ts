import type { ControlId } from '../../model/control.ts';
import type { Scanner } from '../../model/scanner.ts';

/** What all rules watch over alike. */
const covers: readonly ControlId[] = ['pre-commit-secrets', 'build-secrets', 'secret-hardcoded', 'secret-in-image'];

/** Finds credentials that were written into files: known formats with offline proof, and generic ones by a classifier. */
export const secretsScanner: Scanner = {
  id: 'secrets',
  title: 'Secrets in files',
  accepts: ['directory', 'files', 'staged', 'commits', 'history', 'tree', 'stdin'],
  scope: 'file',
  pure: true,
  archives: true,
  windows: true,
  masks: true,
  async rules() {
    const [{ secretRules }, { genericRules }] = await Promise.all([
      import('./rules/all.ts'),
      import('./generic/rules.ts'),
    ]);
    return [...secretRules, ...genericRules].map((rule) => ({ ...rule, covers }));
  },
  wants: (file) => file.size !== 0,
  async start(context) {
    const [{ ownRules }, { createSecretDetector }, { SecretScan }] = await Promise.all([
      import('./own-rules.ts'),
      import('./secret-detector.ts'),
      import('./secret-scan.ts'),
    ]);
    const scan = new SecretScan(createSecretDetector(ownRules, context.now), context);
    if (context.settings === undefined) return scan;
    const { openValidation } = await import('./validation/open-validation.ts');
    return openValidation(scan, context);
  },
};
