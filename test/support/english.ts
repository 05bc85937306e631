import { explainInEnglish } from '../../domain/text/english.ts';

explainInEnglish();
