# Sourced by the scans: starts the portal with the demonstration in a folder of its own, as in production, and the
# session proxy in front of it. Everything listens on 127.0.0.1 and ends with the script.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 NO_COLOR=1 HOME=${HOME:-/root}

scratch=$(mktemp -d)
portal= proxy=
finish() {
  if [[ -n $proxy ]]; then kill -TERM "$proxy" 2>/dev/null || true; fi
  if [[ -n $portal ]]; then kill -TERM "$portal" 2>/dev/null || true; wait "$portal" 2>/dev/null || true; fi
  rm -rf "$scratch"
}
trap finish EXIT

needs() { command -v "$1" >/dev/null || { echo "$1 is not installed: apt-get install $1" >&2; exit 2; }; }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

start_portal() {
  local port second
  [[ -f $root/src/KhuyenCong.Web/bin/Debug/net10.0/KhuyenCong.Web.dll ]] || dotnet build "$root/src/KhuyenCong.Web" -v q --nologo
  port=$(free_port)
  export SCAN_PASSWORD="quet-$(head -c 18 /dev/urandom | base64 | tr -d '+/=')"
  export SCAN_HOST=quet.example.vn
  head -c 32 /dev/urandom | base64 >"$scratch/audit.key"
  chmod 600 "$scratch/audit.key"
  (
    cd "$root/src/KhuyenCong.Web"
    ASPNETCORE_ENVIRONMENT=Production AllowedHosts="$SCAN_HOST;localhost" Demo__Enabled=true Demo__Password=$SCAN_PASSWORD \
      Limits__RequestsPerMinute=1000000 Audit__KeyFile=$scratch/audit.key Storage__Root=$scratch/kho Database__Provider=Sqlite \
      ConnectionStrings__KhuyenCong="Data Source=$scratch/khuyencong.db" \
      exec dotnet bin/Debug/net10.0/KhuyenCong.Web.dll --urls "http://127.0.0.1:$port"
  ) >"$scratch/portal.log" 2>&1 &
  portal=$!
  for ((second = 0; second < 120; second++)); do
    kill -0 "$portal" 2>/dev/null || { cat "$scratch/portal.log" >&2; exit 1; }
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
    sleep 1
  done
  portal_port=$port
}

# Makes $base the address that the scanner is given.
start_proxy() { # e-mail
  local port second
  port=$(free_port)
  python3 "$here/session_proxy.py" "$port" "$portal_port" "$scratch/failures.txt" "$1" >"$scratch/proxy.log" 2>&1 &
  proxy=$!
  for ((second = 0; second < 30; second++)); do
    kill -0 "$proxy" 2>/dev/null || { cat "$scratch/proxy.log" >&2; exit 1; }
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
    sleep 1
  done
  base=http://127.0.0.1:$port
}

stop_proxy() {
  kill -TERM "$proxy" 2>/dev/null || true
  wait "$proxy" 2>/dev/null || true
  proxy=
  cat "$scratch/proxy.log"
}

# Fails when the portal died or answered 500 and above, whatever the scanner thought of it.
judge_portal() {
  local bad=0
  if ! kill -0 "$portal" 2>/dev/null; then echo "THE PORTAL DIED"; tail -30 "$scratch/portal.log"; bad=1; portal=; fi
  if [[ -s $scratch/failures.txt ]]; then
    echo "answers of 500 and above: $(wc -l <"$scratch/failures.txt")"
    cut -c1-400 "$scratch/failures.txt" | head -40
    grep -E '\[(ERR|FTL)\]' "$scratch/portal.log" | cut -c1-300 | sort | uniq -c | sort -rn | head -20 || true
    bad=1
  fi
  return "$bad"
}
