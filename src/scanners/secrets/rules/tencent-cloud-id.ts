import { defineSecret } from '../define-secret.ts';

export const tencentCloudId = defineSecret({
  id: 'secrets/tencent-cloud-id',
  title: 'Tencent Cloud secret id',
  provider: 'Tencent',
  shape: 'AKID<A32>',
  entropy: 3.6,
  severity: 'medium',
  opens:
    'Names an access key of the account; its secret key usually stands on the next line and opens whatever the key may do.',
  revoke: 'Disable and delete the key under CAM → Access Keys and use temporary credentials (STS).',
  bad: [{ path: 'cos.py', code: 'secret_id = "{secret}"' }],
  good: [{ path: 'cos.py', code: 'secret_id = os.environ["TENCENTCLOUD_SECRET_ID"]' }],
});
