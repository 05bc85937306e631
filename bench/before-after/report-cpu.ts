// Imported before a program: writes the seconds of CPU of all its threads to the file that CPU_REPORT names, at its end.
import { writeFileSync } from 'node:fs';

process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env['CPU_REPORT'] ?? '', String((user + system) / 1e6));
});
