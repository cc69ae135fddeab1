import { type BindingTask, type BoundFiles, bindFiles } from './binding-task.ts';

/** What a thread of the pool does with a task. */
export default function run(task: BindingTask): Promise<BoundFiles> {
  return bindFiles(task);
}
