import { type FaceMetrics, SYSTEM_METRICS } from '../../../document/metrics.ts';

/** What this device knows of the fonts that papers are set in. */
export function useMetrics(): FaceMetrics {
  return SYSTEM_METRICS;
}
