import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const snmpCommunity = defineSecret({
  id: 'secrets/snmp-community',
  title: 'SNMP community string',
  provider: 'Network devices',
  regex: {
    source: String.raw`(?:snmp-server\s{1,4}community\s{1,4}|\n[ \t]{0,8}r[ow]community6?\s{1,4}|set\s{1,4}snmp\s{1,4}community\s{1,4})["']?(?<secret>[^\s"'{}<>]{3,64})`,
    literals: ['snmp-server community', 'rocommunity', 'rwcommunity', 'snmp community'],
    lead: 12,
    maxLength: 120,
    sample: drawPassword,
  },
  severity: 'medium',
  distinctive: false,
  family: 'password',
  opens:
    'Reads the device’s state and network, with a read-write community it also changes the configuration; it travels in plain text.',
  revoke: 'Change the community, restrict it by access list, and move to SNMPv3.',
  bad: [
    { path: 'sw1.cfg', code: 'snmp-server community {secret} RO 10\n' },
    { path: 'snmpd.conf', code: 'agentAddress udp:161\nrocommunity {secret} 10.0.0.0/8\n' },
  ],
  good: [{ path: 'sw1.cfg', code: 'snmp-server community public RO\n' }],
});
