import { defineSecret } from '../define-secret.ts';
import { marvin } from '../proof/marvin.ts';

export const azure32ByteKey = defineSecret({
  id: 'secrets/azure-32-byte-key',
  title: 'Azure 32-byte access key',
  provider: 'Microsoft Azure',
  shape: '<B33>(+ASb|+AEh|+ARm|AIoT|AzCa)[A-P]<B5>=',
  proof: marvin(),
  opens:
    'A shared access key of Service Bus, Event Hubs, Relay, IoT Hub or Cache for Redis: reads and sends messages, registers devices, reads the cache.',
  revoke:
    "Regenerate it under the namespace's Shared access policies (Redis: Access keys). Prefer Entra ID roles and disable local authentication.",
  bad: [
    {
      path: '.env',
      code: 'SERVICEBUS_CONNECTION="Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey={secret}"',
    },
    { path: 'redis.conf', code: 'requirepass {secret}' },
  ],
  good: [
    { path: '.env', code: 'SERVICEBUS_CONNECTION="Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKey=<key>"' },
    { path: 'a.cs', code: 'var key = Environment.GetEnvironmentVariable("SERVICEBUS_KEY"); // …+ASb…=' },
  ],
});
