#!/bin/sh
# One run of the main job. `--check` says whether the last one went well, for the container's health.
set -u

exit_code_file="${OUTPUT_DIR:-.}/last-exit-code"

if [ "${1:-}" = --check ]; then
  last=$(cat "$exit_code_file" 2>/dev/null || echo 'none yet')
  echo "exit code of the last run: $last"
  # 1: some rows failed, and will be tried again. From 2 on somebody has to look.
  [ "$last" = 0 ] || [ "$last" = 1 ]
  exit
fi

# A mapping or a query that went wrong shows as too many changes: then nothing is sent.
iterable-sync run --max-changed 50
code=$?
echo "$code" >"$exit_code_file"
exit "$code"
