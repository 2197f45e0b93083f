# Backups: the commands that take and put them back, and what is against them.

## Backups

cli-backup = Take a backup of the fund while others are at work in it
cli-restore = Put a backup of the fund back
cli-arg-backup-to = The file that the backup is to be in; it must not be there yet
cli-arg-backup-from = The backup
cli-arg-backup-anyway = Put it back even if something in it is wrong
done-backed-up = The backup is in { $path }. It has been opened and checked.
done-restored = { $path } is now the backup from { $from }.
done-restored-kept = What was there before is in { $path }.
done-not-restored = The backup is not put back, for something in it is wrong. Choose another, or put it back all the same with --anyway.
cli-check-network = The file is on a network file system ({ $kind }). Two machines do not see each other’s locks there, and the fund may be destroyed. Move the file to a disk of the machine with kommit backup.
error-fund-in-use = Somebody has { $path } open. Nothing is done. Let everybody quit, and try again.
error-fund-log-left = { $log } was left by somebody who could not close the fund, and belongs to the file that it lies beside. Run kommit check on the fund, and it is taken in there, or move it away. Nothing is done.
error-fund-on-network = { $path } is on a network file system ({ $kind }). Two machines do not see each other’s locks there, and the fund may be destroyed. Choose a disk of the machine.
error-backup-of-itself = The backup and the fund are the same file. Choose another file.
error-backup-of-a-demo = The backup is of a demo fund, and { $path } is a real one. Choose another file.
