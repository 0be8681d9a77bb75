#!/bin/sh
# serve | worker | migrate: one process each; exec, so that it receives the signals itself.
set -eu
cd "$(dirname "$0")/.."
case "${1:-serve}" in
  serve) exec node apps/api/dist/main.js ;;
  worker) exec node apps/worker/dist/main.js ;;
  migrate) shift; exec node apps/cli/dist/main.js migrate "$@" ;;
  *) echo "Usage: serve | worker | migrate [--dry-run]" >&2; exit 2 ;;
esac
