import { isTask, runTask } from './run-task.ts'

/*
 * npm run backup, restore and verify: one program, told by its first argument which of them it is. It may run beside a
 * server on the same folder.
 */

const [task, ...args] = process.argv.slice(2)
if (!isTask(task)) throw new Error('backup, restore or verify?')
const { code, stdout, stderr } = await runTask(task, args, process.env)
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = code
