#!/usr/bin/env bash
# Makes the authority and the certificate under which the database server of docker-compose.yml is known: certs/ca.pem,
# certs/db.pem, certs/db.key. The portal believes this authority only. Run again within two years, then restart «db».
set -euo pipefail
folder=${1:-certs} name=${2:-db}
umask 077
mkdir -p "$folder"
if [[ ! -f $folder/ca.key ]]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj "/CN=Khuyen cong database CA" -keyout "$folder/ca.key" -out "$folder/ca.pem" 2>/dev/null
fi
openssl req -newkey rsa:3072 -nodes -subj "/CN=$name" -keyout "$folder/db.key" -out "$folder/db.csr" 2>/dev/null
openssl x509 -req -in "$folder/db.csr" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -CAcreateserial -days 730 -out "$folder/db.pem" \
  -extfile <(printf 'subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth' "$name") 2>/dev/null
rm -f "$folder/db.csr"
openssl verify -CAfile "$folder/ca.pem" "$folder/db.pem"
# The server runs as user 10001 in its container, the portal as 1654: they read what is theirs.
chmod 755 "$folder"
chmod 644 "$folder/ca.pem" "$folder/db.pem"
if ((EUID == 0)); then chown 10001 "$folder/db.key"; fi
echo "keep $folder/ca.key apart from this machine; the portal does not need it"
