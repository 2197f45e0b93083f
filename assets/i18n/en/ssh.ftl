# Access over SSH: keys, sshd and sessions.

cli-member-key = Register, list and remove the keys by which a member comes in over SSH
cli-arg-key-file = File with one public key (.pub), or - to read standard input
cli-arg-key-list = List the keys that are registered
cli-arg-key-remove = Remove the key with this fingerprint; open sessions by it end
cli-value-fingerprint = { UPPER(col-fingerprint) }
cli-value-key = { UPPER(word-key) }
cli-value-account = ACCOUNT
cli-keys-none = No keys are registered.
col-fingerprint = Fingerprint
col-algorithm = { SENTENCE(word-kind) }
col-key-comment = { SENTENCE(word-comment) }
col-added-on = { SENTENCE(word-registered) }
col-removed-on = Removed
col-key-opens = Gives access
word-key = key

done-key-added = The key { $key } is registered for “{ $handle }”.
done-key-removed = The key { $key } is removed. “{ $handle }” no longer comes in by it.
log-member-key-add = registered a key
log-member-key-remove = removed a key

error-key-private = This is a private key. It must never leave the machine that it was made on. Ask for the public one (.pub).
error-key-format = The key is written as PuTTY saves it. Copy the line that begins with “ssh-”, or convert it with ssh-keygen -i -f FILE.
error-key-several = The file has several keys. Register one at a time.
error-key-options = There are options before the key. Register the key alone; what it may be used for is decided here.
error-key-certificate = This is a certificate. Register the public key instead.
error-key-dsa = DSA keys are no longer safe. Make a new one with ssh-keygen -t ed25519.
error-key-rsa-short = The RSA key has { $bits } bits and must have at least { $least }. Make a new one with ssh-keygen -t ed25519.
error-key-unreadable = This cannot be read as a public key. It is one line and begins for example with “ssh-ed25519”.
error-key-of-another = The key is or was registered for “{ $handle }”. Two members cannot have the same key.
error-key-registered = The key is already registered for “{ $handle }”.
error-key-unknown = No key with the fingerprint { $key } is registered.
error-key-removed = The key { $key } is no longer registered for “{ $handle }”.

cli-ssh = Access over SSH: what sshd needs
cli-ssh-authorized-keys = Print the lines by which sshd lets members in
cli-ssh-config = Print what sshd_config must say, and check the machine
cli-ssh-session = Run a session over SSH; started by sshd
cli-arg-ssh-key = Only for this key, as sshd gives it: “%t %k”
cli-arg-ssh-fingerprint = The fingerprint of the key by which the session came in
cli-arg-ssh-account = The account that members come in as (otherwise the owner of the fund’s file)

error-ssh-no-option = { $argument } cannot be used over SSH: the key decides who you are, and the server which fund and which day.
error-ssh-no-command = “{ $command }” cannot be used over SSH.
error-ssh-no-path = Files on the server cannot be named over SSH. Use - and send the file, for example: ssh … import participants - < file.csv
error-ssh-no-terminal = A terminal is needed here. Use ssh -t, or write a command after the name.
error-ssh-unreadable = The command cannot be read: a quotation mark is missing, or the characters are not UTF-8.
error-ssh-not-sshd = This command is started by sshd and not by hand.
error-ssh-no-file = The line that sshd was given lacks the full path of the fund’s file. Write it again with kommit ssh authorized-keys.
error-ssh-no-program = The program cannot find its own file.
error-ssh-odd-path = The path { $path } cannot be written in the files of sshd. It must be absolute and without control characters.
error-ssh-unsafe-root = { $path } is owned by root, so that members would come in as root. Give the file to an account of its own.
error-ssh-unsafe-owner = { $path } is owned by { $user }, who can replace what is there.
error-ssh-unsafe-group = Everybody in the group { $group } can write to { $path }.
error-ssh-unsafe-others = Everybody on the machine can write to { $path }.
error-ssh-unsafe-read = Others besides its owner can read { $path }.
error-ssh-unsafe-unseen = { $path } cannot be examined.

tui-idle = Nobody has used the session for a long time. It ends soon. Press a key to stay.
error-session-idle = The session has ended because nobody used it. Connect again.
error-ssh-full-member = You already have { $count } sessions open. Leave one of them and try again.
error-ssh-full = There are already { $count } sessions open. Try again in a moment.
