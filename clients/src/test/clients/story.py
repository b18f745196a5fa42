"""boto3: creates, tags, attaches, assumes, and is refused as on AWS."""
import json

import boto3
from botocore.exceptions import ClientError

iam = boto3.client("iam")
sts = boto3.client("sts")
account = sts.get_caller_identity()["Account"]


def refused(code, call, **parameters):
    try:
        call(**parameters)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response
    raise AssertionError(f"{code} was expected")


iam.create_user(UserName="py", Tags=[{"Key": "team", "Value": "blue"}])
iam.tag_user(UserName="py", Tags=[{"Key": "TEAM", "Value": "red"}])
assert iam.list_user_tags(UserName="py")["Tags"] == [{"Key": "team", "Value": "red"}]
trust = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:user/py"}, "Action": "sts:AssumeRole"}],
}
role = iam.create_role(RoleName="py-role", AssumeRolePolicyDocument=json.dumps(trust))["Role"]
assert role["AssumeRolePolicyDocument"] == trust
policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:List*", "Resource": "*"}]}
iam.put_role_policy(RoleName="py-role", PolicyName="list", PolicyDocument=json.dumps(policy))
assert iam.get_role_policy(RoleName="py-role", PolicyName="list")["PolicyDocument"] == policy
key = iam.create_access_key(UserName="py")["AccessKey"]
own = {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}

assumed = boto3.client("sts", **own).assume_role(RoleArn=role["Arn"], RoleSessionName="py-session")
assert assumed["AssumedRoleUser"]["AssumedRoleId"] == role["RoleId"] + ":py-session"
credentials = assumed["Credentials"]
session = boto3.client(
    "iam",
    aws_access_key_id=credentials["AccessKeyId"],
    aws_secret_access_key=credentials["SecretAccessKey"],
    aws_session_token=credentials["SessionToken"],
)
names = [user["UserName"] for page in session.get_paginator("list_users").paginate(PaginationConfig={"PageSize": 1}) for user in page["Users"]]
assert "py" in names and names == sorted(names, key=str.lower), names
answer = refused("AccessDenied", session.create_user, UserName="x")
assert answer["ResponseMetadata"]["HTTPStatusCode"] == 403
decision = answer["ResponseMetadata"]["HTTPHeaders"]["x-understudy-decision"]
decoded = json.loads(sts.decode_authorization_message(EncodedMessage=decision)["DecodedMessage"])
assert decoded["context"]["action"] == "iam:CreateUser", decoded
assert decoded["explanation"]["verdict"] == "implicitDeny" and decoded["explanation"]["policyTypes"], decoded
refused("AccessDenied", boto3.client("iam", **own).list_users)
refused("MalformedPolicyDocument", iam.create_role, RoleName="x", AssumeRolePolicyDocument="{}")
refused("NoSuchEntity", iam.get_user, UserName="none")
refused("EntityAlreadyExists", iam.create_user, UserName="PY")
refused("DeleteConflict", iam.delete_user, UserName="py")
iam.create_service_linked_role(AWSServiceName="autoscaling.amazonaws.com", CustomSuffix="py")
refused("UnmodifiableEntity", iam.delete_role, RoleName="AWSServiceRoleForAutoScaling_py")

# EC2: which role an instance has is decided by iam:PassRole too.
ec2 = boto3.client("ec2")
runs = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}
iam.create_role(RoleName="py-web", AssumeRolePolicyDocument=json.dumps(runs))
profile = iam.create_instance_profile(InstanceProfileName="py-web")["InstanceProfile"]
iam.add_role_to_instance_profile(InstanceProfileName="py-web", RoleName="py-web")
instance = "i-0123456789abcdef0"
chosen = {"IamInstanceProfile": {"Name": "py-web"}, "InstanceId": instance}
may = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ec2:*IamInstanceProfile*", "Resource": "*"}]}
iam.put_user_policy(UserName="py", PolicyName="instances", PolicyDocument=json.dumps(may))
refused("UnauthorizedOperation", boto3.client("ec2", **own).associate_iam_instance_profile, **chosen)
passes = {
    "Effect": "Allow",
    "Action": "iam:PassRole",
    "Resource": f"arn:aws:iam::{account}:role/py-web",
    "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}},
}
may["Statement"].append(passes)
iam.put_user_policy(UserName="py", PolicyName="instances", PolicyDocument=json.dumps(may))
made = boto3.client("ec2", **own).associate_iam_instance_profile(**chosen)["IamInstanceProfileAssociation"]
assert made["InstanceId"] == instance and made["IamInstanceProfile"]["Arn"] == profile["Arn"], made
refused("IncorrectState", ec2.associate_iam_instance_profile, **chosen)
found = ec2.describe_iam_instance_profile_associations(Filters=[{"Name": "instance-id", "Values": [instance]}])
assert [a["AssociationId"] for a in found["IamInstanceProfileAssociations"]] == [made["AssociationId"]], found
replaced = ec2.replace_iam_instance_profile_association(
    AssociationId=made["AssociationId"], IamInstanceProfile={"Name": "py-web"}
)["IamInstanceProfileAssociation"]
ec2.disassociate_iam_instance_profile(AssociationId=replaced["AssociationId"])
refused("InvalidAssociationID.NotFound", ec2.disassociate_iam_instance_profile, AssociationId="iip-assoc-0123456789abcdef0")
print("boto3: as on AWS")
