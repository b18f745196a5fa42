#!/usr/bin/env bash
# The AWS CLI: what users prove themselves with, made, used, listed and taken away.
set -euo pipefail
aws="/usr/bin/aws --endpoint-url $AWS_ENDPOINT_URL"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
expect() { [ "$1" = "$2" ] || { echo "expected $2, got $1" >&2; exit 1; }; }
refused() { # code, command ...
  local code=$1 out
  shift
  if out=$("$@" 2>&1); then echo "$code was expected of: $*" >&2; exit 1; fi
  [[ $out == *"($code)"* ]] || { echo "expected $code, got $out" >&2; exit 1; }
}
totp() { # time step; the seed is in $work/seed
  python3 - "$work/seed" "$1" <<'PY'
import base64, hashlib, hmac, struct, sys
seed = base64.b32decode(open(sys.argv[1]).read().strip())
step = int(sys.argv[2])
mac = hmac.new(seed, struct.pack(">Q", step), hashlib.sha1).digest()
at = mac[19] & 15
print("%06d" % ((struct.unpack(">I", mac[at:at + 4])[0] & 0x7FFFFFFF) % 10**6))
PY
}
account=$($aws sts get-caller-identity --query Account --output text)
$aws iam create-user --user-name cred >/dev/null
read -r id secret <<<"$($aws iam create-access-key --user-name cred --query 'AccessKey.[AccessKeyId,SecretAccessKey]' --output text)"

# passwords
refused PasswordPolicyViolation $aws iam create-login-profile --user-name cred --password password
$aws iam create-login-profile --user-name cred --password 'correct-Horse-1' --password-reset-required >/dev/null
refused EntityAlreadyExists $aws iam create-login-profile --user-name cred --password 'correct-Horse-1'
expect "$($aws iam get-login-profile --user-name cred --query LoginProfile.PasswordResetRequired --output text)" True
refused NoSuchEntity $aws iam get-account-password-policy
$aws iam update-account-password-policy --minimum-password-length 10 --require-symbols --allow-users-to-change-password --password-reuse-prevention 3
expect "$($aws iam get-account-password-policy --query PasswordPolicy.MinimumPasswordLength --output text)" 10
as_user() { AWS_ACCESS_KEY_ID=$id AWS_SECRET_ACCESS_KEY=$secret "$@"; }
refused AccessDenied as_user $aws iam change-password --old-password wrong --new-password 'another-Horse-2'
refused PasswordPolicyViolation as_user $aws iam change-password --old-password 'correct-Horse-1' --new-password 'correct-Horse-1'
as_user $aws iam change-password --old-password 'correct-Horse-1' --new-password 'another-Horse-2'
expect "$($aws iam get-login-profile --user-name cred --query LoginProfile.PasswordResetRequired --output text)" False

# a virtual device
serial=$($aws iam create-virtual-mfa-device --virtual-mfa-device-name cred --outfile "$work/seed" --bootstrap-method Base32StringSeed --query VirtualMFADevice.SerialNumber --output text)
expect "$serial" "arn:aws:iam::$account:mfa/cred"
spare=$($aws iam create-virtual-mfa-device --virtual-mfa-device-name spare --outfile "$work/qr.png" --bootstrap-method QRCodePNG --query VirtualMFADevice.SerialNumber --output text)
[[ $(head -c 8 "$work/qr.png" | od -An -tx1) == " 89 50 4e 47 0d 0a 1a 0a" ]]
refused InvalidAuthenticationCode $aws iam enable-mfa-device --user-name cred --serial-number "$serial" --authentication-code1 000000 --authentication-code2 000000
now=$(($(date +%s) / 30))
$aws iam enable-mfa-device --user-name cred --serial-number "$serial" --authentication-code1 "$(totp $((now - 2)))" --authentication-code2 "$(totp $((now - 1)))"
expect "$($aws iam list-mfa-devices --user-name cred --query 'MFADevices[0].SerialNumber' --output text)" "$serial"
expect "$($aws iam list-virtual-mfa-devices --assignment-status Unassigned --query 'VirtualMFADevices[].SerialNumber' --output text)" "$spare"
now=$(($(date +%s) / 30))
code=$(totp "$now")
as_user $aws sts get-session-token --serial-number "$serial" --token-code "$code" >/dev/null
refused AccessDenied as_user $aws sts get-session-token --serial-number "$serial" --token-code "$code"
$aws iam create-role --role-name mfa --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::'"$account"':user/cred"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}' >/dev/null
refused AccessDenied as_user $aws sts assume-role --role-arn "arn:aws:iam::$account:role/mfa" --role-session-name mfa
as_user $aws sts assume-role --role-arn "arn:aws:iam::$account:role/mfa" --role-session-name mfa --serial-number "$serial" --token-code "$(totp $(($(date +%s) / 30 + 1)))" >/dev/null
$aws iam tag-mfa-device --serial-number "$serial" --tags Key=team,Value=blue
expect "$($aws iam list-mfa-device-tags --serial-number "$serial" --query 'Tags[0].Value' --output text)" blue

# keys and certificates
ssh-keygen -q -t rsa -b 2048 -N '' -f "$work/ssh"
key=$($aws iam upload-ssh-public-key --user-name cred --ssh-public-key-body "file://$work/ssh.pub" --query SSHPublicKey.SSHPublicKeyId --output text)
expect "$($aws iam get-ssh-public-key --user-name cred --ssh-public-key-id "$key" --encoding PEM --query SSHPublicKey.SSHPublicKeyBody --output text)" "$(ssh-keygen -e -m PKCS8 -f "$work/ssh.pub")"
expect "$($aws iam get-ssh-public-key --user-name cred --ssh-public-key-id "$key" --encoding SSH --query SSHPublicKey.Fingerprint --output text)" "$(ssh-keygen -l -E md5 -f "$work/ssh.pub" | sed 's/.*MD5:\([^ ]*\).*/\1/')"
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" -out "$work/cert.pem" -subj /CN=cli -days 30 2>/dev/null
openssl ecparam -genkey -name prime256v1 -out "$work/ec.pem" 2>/dev/null
openssl req -x509 -new -key "$work/ec.pem" -out "$work/ec-cert.pem" -subj /CN=ec -days 30 2>/dev/null
certificate=$($aws iam upload-signing-certificate --user-name cred --certificate-body "file://$work/cert.pem" --query Certificate.CertificateId --output text)
refused KeyPairMismatch $aws iam upload-server-certificate --server-certificate-name web --certificate-body "file://$work/cert.pem" --private-key "file://$work/ec.pem"
$aws iam upload-server-certificate --server-certificate-name web --path /cloudfront/ --certificate-body "file://$work/cert.pem" --private-key "file://$work/key.pem" --tags Key=team,Value=blue >/dev/null
$aws iam upload-server-certificate --server-certificate-name ec --certificate-body "file://$work/ec-cert.pem" --private-key "file://$work/ec.pem" >/dev/null
expect "$($aws iam get-server-certificate --server-certificate-name web --query ServerCertificate.ServerCertificateMetadata.Arn --output text)" "arn:aws:iam::$account:server-certificate/cloudfront/web"
expect "$($aws iam list-server-certificates --query 'length(ServerCertificateMetadataList)')" 2
credential=$($aws iam create-service-specific-credential --user-name cred --service-name codecommit.amazonaws.com --query ServiceSpecificCredential.ServiceSpecificCredentialId --output text)
$aws iam reset-service-specific-credential --user-name cred --service-specific-credential-id "$credential" >/dev/null

# reports
expect "$($aws iam get-access-key-last-used --access-key-id "$id" --query AccessKeyLastUsed.ServiceName --output text)" iam
refused ReportNotPresent $aws iam get-credential-report
until [ "$($aws iam generate-credential-report --query State --output text)" = COMPLETE ]; do :; done
$aws iam get-credential-report --query Content --output text | base64 -d >"$work/report.csv"
expect "$(grep -c '' "$work/report.csv")" "$(($($aws iam list-users --query 'length(Users)') + 2))"
grep -q "^cred,.*,true,no_information,.*,true,true," "$work/report.csv"

# and away
refused DeleteConflict $aws iam delete-user --user-name cred
$aws iam delete-service-specific-credential --user-name cred --service-specific-credential-id "$credential"
$aws iam delete-signing-certificate --user-name cred --certificate-id "$certificate"
$aws iam delete-ssh-public-key --user-name cred --ssh-public-key-id "$key"
refused DeleteConflict $aws iam delete-virtual-mfa-device --serial-number "$serial"
$aws iam deactivate-mfa-device --user-name cred --serial-number "$serial"
$aws iam delete-virtual-mfa-device --serial-number "$serial"
$aws iam delete-login-profile --user-name cred
$aws iam delete-access-key --user-name cred --access-key-id "$id"
$aws iam delete-user --user-name cred
$aws iam delete-server-certificate --server-certificate-name web
$aws iam delete-account-password-policy
echo "aws cli credentials: as on AWS"
