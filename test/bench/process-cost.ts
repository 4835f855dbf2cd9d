import { existsSync, readFileSync, readdirSync } from 'node:fs'

/** What a process and its threads and children have used. Linux only: the kernel's own count, in ns. */
export type Cost = { cpuS: number; waitS: number }

/** CPU seconds used, and seconds in which a thread was ready to run but no core was free: other programs' noise. */
export function costOf(pid: number): Cost {
  let ran = 0
  let waited = 0
  for (const each of familyOf(pid)) {
    for (const thread of list(`/proc/${each}/task`)) {
      const [on = '0', ready = '0'] = read(`/proc/${each}/task/${thread}/schedstat`).split(' ')
      ran += Number(on)
      waited += Number(ready)
    }
  }
  return { cpuS: ran / 1e9, waitS: waited / 1e9 }
}

/** Resident memory, MB. */
export function memoryOf(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/u.exec(read(`/proc/${pid}/status`))?.[1]
  return Number(kb ?? 0) / 1024
}

function familyOf(pid: number): number[] {
  const children = list(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(familyOf)]
}

/** A thread may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function list(path: string): string[] {
  return existsSync(path) ? readdirSync(path) : []
}
