# Starts a server, keeps it while standard input is open, and leaves nothing behind.
#
# The process that wants the server holds the other end of the pipe. When that process closes it, or ends in any way
# whatever, `read` returns. So there is one way out, and being killed can't go round it.
#
# Arguments: the folder of the server, the folder of the PostgreSQL programs.

# The end of a test run is told by the pipe alone: Ctrl-C must not end the keeper before the server.
trap '' HUP INT TERM
umask 077

folder=$1
programs=$2
data=$folder/data
log=$folder/log

start() {
    "$programs/initdb" --pgdata="$data" --no-sync --username=postgres --pwfile="$folder/password" \
        --auth=password --encoding=UTF8 --locale=C >"$log" 2>&1 || return
    cat "$folder/settings" >>"$data/postgresql.conf" || return
    "$programs/pg_ctl" start --pgdata="$data" --log="$log" --wait --timeout=60 --silent >>"$log" 2>&1
}

if start; then
    echo ready
else
    echo failed
fi

read -r _

# Nothing in there is worth a clean shutdown.
if [ -f "$data/postmaster.pid" ]; then
    "$programs/pg_ctl" stop --pgdata="$data" --mode=immediate --wait --timeout=60 --silent >>"$log" 2>&1
fi
rm -rf "$folder"
