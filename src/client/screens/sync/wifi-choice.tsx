/** 照片只在无线网上传: offered only where the browser tells what the line is. */
import './wifi-choice.css';
import { useEffect } from 'preact/hooks';
import {
  chooseWifiOnly,
  connection,
  followConnection,
  waitsForWifi,
  wifiOnly,
} from '../../devices/connection.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';

export function WifiChoice() {
  const { wake } = useWorkplace();
  useEffect(() => followConnection(navigator), []);
  if (connection.value === 'unknown') return null;
  const choose = async (on: boolean) => {
    await chooseWifiOnly(on);
    if (!on) wake();
  };
  return (
    <>
      <label class="wifi-choice">
        照片只在无线网上传
        <input
          type="checkbox"
          role="switch"
          checked={wifiOnly.value}
          aria-checked={wifiOnly.value}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      </label>
      {waitsForWifi.value && (
        <p class="t-second">现在不是无线网，照片等到无线网再传，文字照常上传。</p>
      )}
    </>
  );
}
