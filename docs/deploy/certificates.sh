#!/usr/bin/env bash
# Makes the authority and the certificates by which the containers of docker-compose.yml know each other: certs/ca.pem, and
# db and web with their keys. Nobody else believes this authority. Run again within two years, then restart.
set -euo pipefail
folder=${1:-certs}
umask 077
mkdir -p "$folder"
if [[ ! -f $folder/ca.key ]]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj "/CN=Khuyen cong inside CA" -keyout "$folder/ca.key" -out "$folder/ca.pem" 2>/dev/null
fi
certificate() { # name of the container, number of the account that reads the key in it
  openssl req -newkey rsa:3072 -nodes -subj "/CN=$1" -keyout "$folder/$1.key" -out "$folder/$1.csr" 2>/dev/null
  openssl x509 -req -in "$folder/$1.csr" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -CAcreateserial -days 730 -out "$folder/$1.pem" \
    -extfile <(printf 'subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth' "$1") 2>/dev/null
  rm -f "$folder/$1.csr"
  openssl verify -CAfile "$folder/ca.pem" "$folder/$1.pem"
  if ((EUID == 0)); then chown "$2" "$folder/$1.key"; else echo "make $folder/$1.key readable for account $2 of its container"; fi
}
certificate db 10001
certificate web 1654
chmod 755 "$folder"
chmod 644 "$folder"/*.pem
echo "keep $folder/ca.key apart from this machine; the portal does not need it"
