import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const ansibleConnectionPassword = defineSecret({
  id: 'secrets/ansible-connection-password',
  title: 'Login or privilege password in Ansible variables',
  provider: 'Ansible',
  regex: {
    source: String.raw`ansible_(?:ssh_|become_|sudo_|su_|winrm_|httpapi_|enable_)?pass(?:word)?["']?\s{0,4}[=:]\s{0,4}["']?(?<secret>[^\s"'#]{3,128})`,
    literals: ['ansible_'],
    lead: 0,
    maxLength: 180,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in to the hosts of the inventory, often as root.',
  revoke:
    'Change the password on the hosts and keep it in ansible-vault, or use keys and a become method without password.',
  references: ['https://docs.ansible.com/ansible/latest/inventory_guide/connection_details.html'],
  bad: [
    { path: 'inventory.ini', code: 'web1 ansible_host=10.0.0.5 ansible_user=ops ansible_password={secret}' },
    { path: 'group_vars/all.yml', code: 'ansible_become_pass: "{secret}"' },
  ],
  good: [
    { path: 'group_vars/all.yml', code: 'ansible_become_pass: "{{ vault_become_pass }}"' },
    { path: 'group_vars/all.yml', code: 'ansible_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n' },
  ],
});
