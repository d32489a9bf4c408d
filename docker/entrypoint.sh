#!/usr/bin/env bash
# Runs one command of Antiphon. A password comes from a file where one is named, so that no environment shows it.
set -euo pipefail

if [ -n "${QUARKUS_DATASOURCE_PASSWORD_FILE:-}" ]; then
  QUARKUS_DATASOURCE_PASSWORD=$(cat "$QUARKUS_DATASOURCE_PASSWORD_FILE")
  export QUARKUS_DATASOURCE_PASSWORD
  unset QUARKUS_DATASOURCE_PASSWORD_FILE
fi

# libtorch and the decoders need memory beside the heap
exec java -XX:MaxRAMPercentage=40 -jar /opt/antiphon/app/quarkus-run.jar "$@"
