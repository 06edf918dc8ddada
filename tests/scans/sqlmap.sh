#!/usr/bin/env bash
# Tries every filter of the lists with Debian's sqlmap, signed in as the head of the division, for nine minutes at most:
#   bash tests/scans/sqlmap.sh [account] [file of addresses]      default: truongphong, filters.txt beside this script
# Ends with 1 when sqlmap found a parameter to inject into, an answer was 500 or above, or the portal died.
source "$(dirname "${BASH_SOURCE[0]}")/portal.sh"
needs sqlmap
needs python3
account=${1:-truongphong}
start_portal
start_proxy "$account@demo.sct.vn"
grep -v '^#' "${2:-$here/filters.txt}" | sed "s|^|$base|" >"$scratch/addresses.txt"
echo "== sqlmap on $(wc -l <"$scratch/addresses.txt") addresses as $account"
timeout 540 sqlmap -m "$scratch/addresses.txt" --batch --level 1 --risk 1 --technique BEU --dbms SQLite --threads 2 --timeout 20 --retries 0 \
  --flush-session --results-file "$scratch/results.csv" --output-dir "$scratch/sqlmap" --disable-coloring -v 1 >"$scratch/sqlmap.log" 2>&1 || echo "sqlmap ended with $?"
stop_proxy
echo "parameters that looked like it at first: $(grep -cE 'appears to be .*injectable|might be injectable' "$scratch/sqlmap.log" || true); of them sqlmap itself took back after checking: $(grep -cE 'false positive or unexploitable' "$scratch/sqlmap.log" || true)"
tested=$(grep -cE "parameter '[^']+' does not seem to be injectable|false positive or unexploitable" "$scratch/sqlmap.log" || true)
echo "parameters tried to the end: $tested"
outcome=0
# The results file has a heading and a row for every parameter that can be injected into.
if [[ -s $scratch/results.csv ]] && tail -n +2 "$scratch/results.csv" | grep -v "false positive or unexploitable"; then outcome=1; else echo "nothing to inject into"; fi
if grep -F 'sqlmap identified the following injection point' -A 20 "$scratch/sqlmap.log"; then outcome=1; fi
if ((tested == 0)); then tail -20 "$scratch/sqlmap.log"; outcome=1; fi
if [[ -n ${SCAN_LOG:-} ]]; then cp "$scratch/sqlmap.log" "$SCAN_LOG"; fi
judge_portal || outcome=1
exit "$outcome"
