import { defineSecret } from '../define-secret.ts';

export const logicAppsTrigger = defineSecret({
  id: 'secrets/logic-apps-trigger',
  title: 'Power Automate or Logic Apps trigger address',
  provider: 'Microsoft',
  shape: 'logic.azure.com(:443)?/workflows/<h32>/triggers/<w3-60>/(paths/invoke|run)?\\?<[\\w.=%&;/-]20-160>sig=^<w43>',
  severity: 'medium',
  opens: 'The signature in the address lets anyone start the flow with a body of their choice.',
  revoke:
    'Regenerate the access keys of the workflow (Settings → Workflow settings → Access control), which voids the old signature.',
  bad: [
    {
      path: 'notify.ps1',
      code: '$uri = "https://prod-42.westeurope.logic.azure.com:443/workflows/0f1e2d3c4b5a69788796a5b4c3d2e1f0/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig={secret}"',
    },
  ],
  good: [
    {
      path: 'notify.ps1',
      code: '$uri = "https://prod-42.westeurope.logic.azure.com/workflows/$id/triggers/manual/paths/invoke?sig=$env:FLOW_SIG"',
    },
  ],
});
