import { defineSecret } from '../define-secret.ts';
import { devopsChecksum } from '../proof/devops-checksum.ts';

export const azureDevopsPat = defineSecret({
  id: 'secrets/azure-devops-pat',
  title: 'Azure DevOps personal access token',
  provider: 'Microsoft Azure DevOps',
  shape: '<z52>',
  near: {
    words: [
      'azure',
      'devops',
      'visualstudio',
      'pat',
      'vsts',
      'ado',
      'tfs',
      'token',
      'password',
      'nuget',
      'feed',
      '://',
    ],
    within: 60,
  },
  proof: devopsChecksum(),
  confidence: 'high',
  distinctive: true,
  opens:
    'It acts as the person: clones and pushes all repositories of the organisation, edits pipelines and reads their variables.',
  revoke:
    'Revoke it under User settings → Personal access tokens. Pipelines use System.AccessToken or a service connection with workload identity.',
  bad: [
    { path: '.env', code: 'AZURE_DEVOPS_PAT={secret}' },
    { path: 'clone.sh', code: 'git clone https://build:{secret}@dev.azure.com/acme/shop/_git/api' },
  ],
  good: [
    { path: 'pipeline.yml', code: 'AZURE_DEVOPS_EXT_PAT: $(System.AccessToken)' },
    { path: '.env', code: 'AZURE_DEVOPS_PAT=your52characterpersonalaccesstoken' },
    { path: 'nuget.config', code: '<add key="Password" value="%AZURE_DEVOPS_PAT%" />' },
  ],
});
