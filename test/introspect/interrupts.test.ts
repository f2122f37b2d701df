import { interruptionTests } from './interrupted.ts';

interruptionTests(2);
