import { statfsSync } from 'node:fs';

/** File systems of other machines by the number that Linux has for them: statfs(2). */
const BY_MAGIC: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x01021997, '9P'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0x0bd00bd0, 'Lustre'],
  [0x47504653, 'GPFS'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
]);

/** Which network file system a folder is on, as far as that can be told. */
export function networkFileSystem(folder: string): string | undefined {
  return process.platform === 'linux' ? nameOfMagic(statfsSync(folder).type) : undefined;
}

export function nameOfMagic(type: number): string | undefined {
  // statfs gives a number of 32 bits, which may come with its sign.
  return BY_MAGIC.get(type >>> 0);
}
