import { type CsvJob, csvWays } from './csv-ways.ts';

/** What it took to write a CSV. */
export interface CsvCost {
  readonly milliseconds: number;
  /** CPU time of this process, its garbage collector included. */
  readonly cpuMilliseconds: number;
  /** The most memory that this process ever had, the code of Node and of the libraries included. */
  readonly mebibytes: number;
  /** The same before the first row: Node, the libraries, and the types that are stripped from this. */
  readonly mebibytesBefore: number;
}

const [, , name = '', job = ''] = process.argv;
const write = await csvWays[name]?.(JSON.parse(job) as CsvJob);
if (write === undefined) throw new Error(`No such way: ${name}`);

const mebibytesBefore = process.resourceUsage().maxRSS / 1024;
const cpu = process.cpuUsage();
const start = performance.now();
await write();
const milliseconds = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const cost: CsvCost = {
  milliseconds,
  cpuMilliseconds: (user + system) / 1000,
  mebibytesBefore,
  mebibytes: process.resourceUsage().maxRSS / 1024,
};
process.send?.(cost, () => process.exit());
