import { commands, Disposable, l10n, window, type LogOutputChannel } from 'vscode'
import { refuseReadOnly } from './editor/read-only'
import { type Workbench } from './workbench'
import { type Command } from './command'
import { commandTable } from './commands/index'

/** Registers the table. A command that fails says so once and leaves the details in the log. */
export function registerCommands(workbench: Workbench, log: LogOutputChannel): Disposable {
  return Disposable.from(
    ...commandTable.map((command) =>
      commands.registerCommand(command.id, (argument: unknown, more: unknown) =>
        guarded(command.id, () => runIfWritable(command, workbench, argument, more), workbench, log),
      ),
    ),
  )
}

/** The one place where it is decided that a survey is not to be changed. */
async function runIfWritable(command: Command, workbench: Workbench, argument: unknown, more: unknown): Promise<void> {
  const document = workbench.survey.current?.document
  if (command.edits && document && (await refuseReadOnly(document))) return
  await command.run(workbench, argument, more)
}

async function guarded(
  id: string,
  run: () => Promise<void> | void,
  workbench: Workbench,
  log: LogOutputChannel,
): Promise<void> {
  try {
    await run()
  } catch (error) {
    log.error(id, error)
    const stopped = workbench.server.state === 'stopped'
    const message = stopped
      ? l10n.t('Survey Author is not running; nothing was changed.')
      : l10n.t('Survey Author failed to do this; nothing was changed.')
    const showLog = l10n.t('Show Log')
    void window.showErrorMessage(message, showLog).then((choice) => choice === showLog && log.show())
  }
}
