// Imports the module that it is given and prints how long that took: milliseconds of CPU, and of the clock.
const { argv } = process;
const started = performance.now();
const before = process.cpuUsage();
await import(argv[2] ?? '');
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, wall: performance.now() - started }));
