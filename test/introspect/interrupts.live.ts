import { interruptionTests } from './interrupted.ts';

interruptionTests(10);
