/** Why a backup is not made or not restored: a sentence for whoever runs the command. */
export class BackupRefused extends Error {}
