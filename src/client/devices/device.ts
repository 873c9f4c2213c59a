import { type Device, recallDevice, rememberDevice } from '../store/remembered.ts';
import { randomId } from './random-id.ts';

/** This browser profile; its label reads e.g. `平板 · Chrome · 7f3a`. */
export async function thisDevice(): Promise<Device> {
  const known = await recallDevice();
  const deviceId = known?.deviceId ?? randomId();
  const device = { deviceId, label: `${kindOf()} · ${browserOf()} · ${deviceId.slice(-4)}` };
  if (known?.label !== device.label) await rememberDevice(device);
  return device;
}

function kindOf(): string {
  const agent = navigator.userAgent;
  const touch = navigator.maxTouchPoints > 1;
  // An iPad calls itself a Macintosh; only its touch screen gives it away.
  if (/iPad/.test(agent) || (/Macintosh/.test(agent) && touch)) return '平板';
  if (/Android/.test(agent)) return /Mobile/.test(agent) ? '手机' : '平板';
  if (/iPhone|HarmonyOS.*Mobile/.test(agent)) return '手机';
  return '电脑';
}

function browserOf(): string {
  const agent = navigator.userAgent;
  const names: readonly (readonly [RegExp, string])[] = [
    [/MicroMessenger/, '微信'],
    [/Edg/, 'Edge'],
    [/HuaweiBrowser/, '华为浏览器'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ];
  return names.find(([pattern]) => pattern.test(agent))?.[1] ?? '浏览器';
}
