#!/usr/bin/env bash
# The AWS CLI: creates, tags, attaches, assumes, and is refused as on AWS.
set -euo pipefail
# Debian's CLI is older than the AWS_ENDPOINT_URL_ variables.
aws="/usr/bin/aws --endpoint-url $AWS_ENDPOINT_URL"
expect() { [ "$1" = "$2" ] || { echo "expected $2, got $1" >&2; exit 1; }; }
refused() { # code, command ...
  local code=$1 out
  shift
  if out=$("$@" 2>&1); then echo "$code was expected of: $*" >&2; exit 1; fi
  [[ $out == *"($code)"* ]] || { echo "expected $code, got $out" >&2; exit 1; }
}
account=$($aws sts get-caller-identity --query Account --output text)
$aws iam create-user --user-name cli --tags Key=team,Value=blue >/dev/null
expect "$($aws iam list-user-tags --user-name cli --query 'Tags[0].Value' --output text)" blue
$aws iam create-group --group-name clis >/dev/null
$aws iam add-user-to-group --group-name clis --user-name cli
$aws iam attach-group-policy --group-name clis --policy-arn arn:aws:iam::aws:policy/IAMReadOnlyAccess
$aws iam create-role --role-name cli-role --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"'"$account"'"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"unicorn"}}}]}' >/dev/null
$aws iam put-user-policy --user-name cli --policy-name assume --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}'
$aws iam create-policy --policy-name cli-policy --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:Get*","Resource":"*"}]}' >/dev/null
$aws iam attach-role-policy --role-name cli-role --policy-arn "arn:aws:iam::$account:policy/cli-policy"
read -r id secret <<<"$($aws iam create-access-key --user-name cli --query 'AccessKey.[AccessKeyId,SecretAccessKey]' --output text)"
export AWS_ACCESS_KEY_ID=$id AWS_SECRET_ACCESS_KEY=$secret
expect "$($aws sts get-caller-identity --query Arn --output text)" "arn:aws:iam::$account:user/cli"
$aws iam list-roles >/dev/null
refused AccessDenied $aws iam create-user --user-name mallory
refused AccessDenied $aws sts assume-role --role-arn "arn:aws:iam::$account:role/cli-role" --role-session-name s1
read -r id secret token <<<"$($aws sts assume-role --role-arn "arn:aws:iam::$account:role/cli-role" --role-session-name s1 --external-id unicorn --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)"
export AWS_ACCESS_KEY_ID=$id AWS_SECRET_ACCESS_KEY=$secret AWS_SESSION_TOKEN=$token
expect "$($aws sts get-caller-identity --query Arn --output text)" "arn:aws:sts::$account:assumed-role/cli-role/s1"
$aws iam get-role --role-name cli-role >/dev/null
refused AccessDenied $aws iam list-users
unset AWS_SESSION_TOKEN
refused InvalidClientTokenId $aws sts get-caller-identity
echo "aws cli: as on AWS"
