#!/usr/bin/env bash
# Scans the portal with Debian's wapiti, signed in as each of the accounts given, for about four minutes each:
#   bash tests/scans/wapiti.sh [account…]        default: chuyenvien quantri (of demo.sct.vn)
# Ends with 1 when wapiti found a vulnerability, an answer was 500 or above, or the portal died.
source "$(dirname "${BASH_SOURCE[0]}")/portal.sh"
needs wapiti
needs python3
# What needs a helper outside this machine (ssrf, xxe) or a list from the internet (nikto, wapp) is left out.
modules=exec,file,sql,blindsql,xss,permanentxss,crlf,redirect,methods,csp,http_headers,csrf,backup,htaccess
outcome=0
(($# > 0)) || set -- chuyenvien quantri
start_portal
for account in "$@"; do
  start_proxy "$account@demo.sct.vn"
  printf '\n== wapiti as %s\n' "$account"
  timeout 400 wapiti --url "$base/" --scope domain --module "$modules" --level 1 --depth 4 \
    --max-links-per-page 40 --max-files-per-dir 12 --max-scan-time 90 --max-attack-time 20 --max-parameters 40 --timeout 20 --scan-force normal --skip __RequestVerificationToken \
    --store-session "$scratch/wapiti-$account" --flush-session --no-bugreport --format json --output "$scratch/$account.json" --verbose 0 \
    >"$scratch/wapiti.log" 2>&1 || { echo "wapiti ended with $?"; tail -5 "$scratch/wapiti.log"; }
  stop_proxy
  python3 - "$scratch/$account.json" <<'PY' || outcome=1
import json, sys
try:
    report = json.load(open(sys.argv[1], encoding="utf-8"))
except OSError:
    print("wapiti left no report")
    sys.exit(1)
# X-XSS-Protection is a header that browsers no longer heed, and the proxy itself answers for what it refuses.
refused = ("/dang-xuat", "/dang-nhap", "/doi-mat-khau", "/quan-tri/tai-khoan/")
excused = lambda case: "X-XSS-Protection" in case["info"] or ("CSRF" in case["info"] and case["path"].startswith(refused))
found = 0
for part in ("vulnerabilities", "anomalies", "additionals"):
    for name, cases in report.get(part, {}).items():
        for case in cases:
            if excused(case):
                continue
            found += part != "additionals"
            print(f"{part}: {name}: {case['method']} {case['path']} {case.get('parameter') or ''}: {case['info'][:300]}")
print("findings:", found)
sys.exit(1 if found else 0)
PY
done
judge_portal || outcome=1
exit "$outcome"
