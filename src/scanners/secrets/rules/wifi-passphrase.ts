import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const wifiPassphrase = defineSecret({
  id: 'secrets/wifi-passphrase',
  title: 'Wi-Fi passphrase',
  provider: 'Wi-Fi',
  regex: {
    source: String.raw`(?:(?<![\w-])(?:psk|wpa_passphrase|sae_password)["']?\s{0,4}=\s{0,4}["']?|(?:wifi-sec|802-11-wireless-security)\.psk[= ]{1,3}["']?|\n[ \t]{0,12}wpa-psk[ \t]{1,4}["']?|WiFi(?:Multi)?\.(?:begin|addAP)\(\s{0,4}"[^"\n]{1,32}"\s{0,4},\s{0,4}")(?<secret>[^\s"'(){}]{8,63})(?=["'\s;]|$)`,
    literals: ['psk', 'wpa_passphrase', 'sae_password', 'WiFi.begin', 'WiFiMulti.addAP', 'wifiMulti.addAP'],
    lead: 28,
    maxLength: 150,
    sample: drawPassword,
  },
  severity: 'medium',
  distinctive: false,
  family: 'password',
  opens: 'Joins the wireless network and all that trusts it.',
  revoke: 'Change the passphrase and put it into a file that is not committed, or provision devices at first start.',
  bad: [
    { path: 'wpa_supplicant.conf', code: 'network={\n  ssid="office"\n  psk="{secret}"\n}' },
    { path: 'sensor.ino', code: 'WiFi.begin("office-iot", "{secret}");' },
    { path: 'office.nmconnection', code: '[wifi-security]\nkey-mgmt=wpa-psk\npsk={secret}\n' },
  ],
  good: [
    { path: 'wpa_supplicant.conf', code: 'network={\n  ssid="guest"\n  key_mgmt=NONE\n}' },
    { path: 'sensor.ino', code: 'WiFi.begin(WIFI_SSID, WIFI_PASS);' },
    { path: 'esphome.yaml', code: 'wifi:\n  password: !secret wifi_password\n' },
  ],
});
