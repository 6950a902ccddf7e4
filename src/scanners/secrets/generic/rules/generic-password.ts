import type { RuleMeta } from '../../../../model/rule.ts';

export const genericPassword: RuleMeta = {
  id: 'secrets/generic-password',
  title: 'Password in a file',
  severity: 'high',
  confidence: 'medium',
  cwe: [798, 259],
  tags: ['A07:2021', 'CICD-SEC-6'],
  why: 'Whoever can read the repository, a build log or a layer of the image can log in with the password.',
  fix: 'Change the password, then read it at run time from the environment or a secret store. What is in the history stays known.',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
  bad: [
    { path: 'config/database.yml', code: 'production:\n  username: shop\n  password: {secret}\n' },
    { path: 'src/Db.java', code: 'DriverManager.getConnection(url, "shop", "{secret}");\n' },
    { path: 'deploy.sh', code: 'sshpass -p {secret} ssh deploy@web1\n' },
    { path: '.env', code: 'DB_PASSWORD={secret}\n' },
  ],
  good: [
    { path: 'config/database.yml', code: 'production:\n  password: <%= ENV["DB_PASSWORD"] %>\n' },
    { path: '.env.example', code: 'DB_PASSWORD=changeme\n' },
    { path: 'locale/de.json', code: '{ "password": "Passwort", "forgotPassword": "Passwort vergessen?" }\n' },
    { path: 'src/login.ts', code: "const field = document.querySelector('#password');\n" },
  ],
};
