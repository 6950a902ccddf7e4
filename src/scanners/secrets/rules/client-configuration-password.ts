import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const clientConfigurationPassword = defineSecret({
  id: 'secrets/client-configuration-password',
  title: 'Password in a client’s configuration file',
  provider: 'Client tools',
  regex: {
    source: String.raw`(?<![\w-])(?:(?:password|passwd|pass|remotepass|http_password|secret_key)\s{0,4}[=:]\s{0,4}["']?|(?:password|pass)[ \t]{1,4}["']|(?<=\n[ \t]{0,8})password[ \t]{1,8}(?=[^\s"'=]{3,128}[ \t]{0,8}(?:\r?\n|$)))(?<secret>[^\s"'#;]{3,128})`,
    literals: ['password', 'passwd', 'pass ', 'pass=', 'pass:', 'remotepass', 'http_password', 'secret_key'],
    lead: 0,
    maxLength: 160,
    sample: drawPassword,
  },
  path: /(?:^|[/!])(?:\.(?:pypirc|my\.cnf|mysqlrc|smbcredentials|smbcred|cifs|msmtprc|mbsyncrc|isyncrc|fetchmailrc|offlineimaprc|muttrc|getmailrc|wgetrc|s3cfg|ncftp|davfs2|davfs|ldaprc|cvspass|dbshell|odbc\.ini|sqlcmd)|(?:pypirc|msmtprc|smbcredentials|my\.cnf|odbc\.ini|davfs2\.conf|WinSCP\.ini|tnsnames\.ora|ldap\.secret))$/,
  distinctive: false,
  family: 'password',
  opens: 'The tool logs in with it unasked; so does whoever reads the file: package index, database, mail or share.',
  revoke: 'Change the password, keep the file in the home directory, and let the pipeline write it from a secret.',
  bad: [
    { path: '.pypirc', code: '[acme]\nrepository = https://pypi.acme.io\nusername = ci\npassword = {secret}\n' },
    { path: 'home/.my.cnf', code: '[client]\nuser=backup\npassword="{secret}"\n' },
    { path: '.msmtprc', code: 'account acme\nuser ops\npassword {secret}\n' },
    { path: '.fetchmailrc', code: 'poll mail.acme.io user "ops" password "{secret}"' },
  ],
  good: [
    { path: '.pypirc', code: '[pypi]\nusername = __token__\npassword = ${PYPI_TOKEN}\n' },
    { path: '.msmtprc', code: 'passwordeval "pass show mail"' },
  ],
});
