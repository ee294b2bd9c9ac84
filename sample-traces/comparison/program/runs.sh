#!/bin/sh
# runs.sh OUT: traces runs of the program into OUT/none, and with each fault into OUT/FAULT
set -e
out=$1
cd "$(dirname "$0")"
go build -o /tmp/faultline-regress .
trace() {
  mkdir -p "$out/$1"
  /tmp/faultline-regress -fault "$1" -o "$out/$1/$2.trace"
}
for i in $(seq 10 49); do trace none "$i"; done
for i in $(seq 10 19); do
  for fault in gc lock leak task sched stw syscall goroutines; do trace $fault "$i"; done
done
