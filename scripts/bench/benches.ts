import type { Bench } from './bench.ts';
import { classifyBench } from './classify.ts';
import { gatewayBench } from './gateway.ts';

/** Every bench: to add one, write its file and name it here. */
export const benches: readonly Bench[] = [classifyBench, gatewayBench];
