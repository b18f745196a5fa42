package dev.understudy.bench.decision;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * What there is to decide, written out.
 *
 * @param documents the identity policies' texts
 * @param hit a request that a statement allows, two thirds down
 * @param miss a request that none does
 * @param deny a request that is allowed and explicitly denied
 */
record Workload(List<String> documents, AccessRequest hit, AccessRequest miss, AccessRequest deny) {
    static final AccountId ACCOUNT = AccountId.of("111122223333");

    /** Ten policies with 60 statements. */
    private static final List<String> TEN =
            List.of(
                    "AmazonS3FullAccess",
                    "AmazonEC2FullAccess",
                    "AmazonDynamoDBFullAccess",
                    "AWSLambda_FullAccess",
                    "AmazonECS_FullAccess",
                    "AmazonRDSFullAccess",
                    "CloudWatchFullAccessV2",
                    "AmazonSSMManagedInstanceCore",
                    "AmazonElasticFileSystemFullAccess",
                    "AWSCodeBuildAdminAccess");

    /** Ten policies with about 3,300 patterns of actions. */
    private static final List<String> LARGE =
            List.of(
                    "ReadOnlyAccess",
                    "job-function/ViewOnlyAccess",
                    "AmazonS3FullAccess",
                    "AmazonEC2FullAccess",
                    "AmazonSQSFullAccess",
                    "AmazonSNSFullAccess",
                    "CloudWatchLogsFullAccess",
                    "AmazonRoute53FullAccess",
                    "AmazonEKS_CNI_Policy",
                    "AmazonSSMManagedInstanceCore");

    private static final String CONDITIONS =
            """
            "Condition":{"StringEquals":{"aws:username":"alice"},\
            "StringLike":{"aws:userid":"AIDA*"},\
            "IpAddress":{"aws:SourceIp":["198.51.100.0/24","192.0.2.0/24"]},\
            "DateLessThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"},\
            "NumericLessThan":{"aws:MultiFactorAuthAge":"3600"},\
            "Bool":{"aws:SecureTransport":"true"}}\
            """;

    /** The workload of this name. */
    static Workload of(String name) {
        int dash = name.lastIndexOf('-');
        String kind = dash < 0 ? name : name.substring(0, dash);
        int size = dash < 0 ? 0 : Integer.parseInt(name.substring(dash + 1));
        return switch (kind) {
            case "managed" -> managed(TEN, List.of());
            case "large" -> managed(LARGE, List.of());
            case "largeAdministrator" -> managed(LARGE, List.of("AdministratorAccess"));
            case "actions" -> generated(size, Workload::onItsOwnAction, Workload::itsOwnAction);
            case "resources" -> generated(size, Workload::onItsOwnResource, Workload::itsResource);
            case "starred" -> generated(size, Workload::onItsOwnFolder, Workload::itsFolder);
            case "conditions" -> conditions();
            default -> throw new IllegalArgumentException("no workload `" + name + "`");
        };
    }

    private static Workload managed(List<String> names, List<String> more) {
        List<String> documents = new ArrayList<>();
        names.forEach(name -> documents.add(document(name)));
        more.forEach(name -> documents.add(document(name)));
        documents.add(denying("s3:GetObject", "arn:aws:s3:::secret/*"));
        return new Workload(
                documents,
                request("ec2:DescribeInstances", "*"),
                request("organizations:LeaveOrganization", "*"),
                request("s3:GetObject", "arn:aws:s3:::secret/plan"));
    }

    private static String document(String name) {
        AwsManagedPolicy policy = AwsManagedPolicies.find("arn:aws:iam::aws:policy/" + name);
        return Objects.requireNonNull(policy, name).document().text();
    }

    private static Workload generated(
            int size, IntFunction<String> statement, IntFunction<AccessRequest> request) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            statements.add(statement.apply(i));
        }
        int hit = size * 2 / 3;
        int denied = size + 3;
        statements.add(statement.apply(denied));
        statements.add(statement.apply(denied).replace("Allow", "Deny"));
        return new Workload(
                List.of(document(statements)),
                request.apply(hit),
                request.apply(size + 7),
                request.apply(denied));
    }

    private static String onItsOwnAction(int i) {
        return allowing(
                "svc" + i % 40 + ":Action" + i,
                "arn:aws:svc" + i % 40 + ":*:111122223333:thing/" + i + "/*");
    }

    private static AccessRequest itsOwnAction(int i) {
        return request(
                "svc" + i % 40 + ":Action" + i,
                "arn:aws:svc" + i % 40 + ":eu-west-1:111122223333:thing/" + i + "/part");
    }

    private static String onItsOwnResource(int i) {
        return allowing("s3:GetObject", "arn:aws:s3:::bucket-" + i + "/*");
    }

    private static AccessRequest itsResource(int i) {
        return request("s3:GetObject", "arn:aws:s3:::bucket-" + i + "/2026/11/report.csv");
    }

    private static String onItsOwnFolder(int i) {
        return allowing("s3:GetObject", "arn:aws:s3:::*/team-" + i + "/*");
    }

    private static AccessRequest itsFolder(int i) {
        return request("s3:GetObject", "arn:aws:s3:::data/team-" + i + "/report.csv");
    }

    private static Workload conditions() {
        String allow = allowing("s3:GetObject", "arn:aws:s3:::data/*");
        String conditional = allow.substring(0, allow.length() - 1) + "," + CONDITIONS + "}";
        return new Workload(
                List.of(
                        document(List.of(conditional)),
                        denying("s3:GetObject", "arn:aws:s3:::data/secret")),
                request("s3:GetObject", "arn:aws:s3:::data/report.csv"),
                request("s3:GetObject", "arn:aws:s3:::other/report.csv"),
                request("s3:GetObject", "arn:aws:s3:::data/secret"));
    }

    private static String allowing(String action, String resource) {
        return "{\"Effect\":\"Allow\",\"Action\":\""
                + action
                + "\",\"Resource\":\""
                + resource
                + "\"}";
    }

    private static String denying(String action, String resource) {
        return document(List.of(allowing(action, resource).replace("Allow", "Deny")));
    }

    static String document(List<String> statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    static AccessRequest request(String action, String resource) {
        Principal user =
                new Principal.IamUser(ACCOUNT, "arn:aws:iam::111122223333:user/alice", "AIDAALICE");
        RequestContext context =
                RequestContext.builder()
                        .put("aws:username", "alice")
                        .put("aws:userid", "AIDAALICE")
                        .put("aws:SourceIp", "192.0.2.1")
                        .put("aws:CurrentTime", "2026-11-24T09:30:00Z")
                        .put("aws:MultiFactorAuthAge", "120")
                        .put("aws:SecureTransport", "true")
                        .build();
        return new AccessRequest(user, action, resource, ACCOUNT, context);
    }

    PolicySet policies() {
        return PolicySet.builder()
                .identity(
                        documents.stream()
                                .map(text ->
                                        new PolicySource(
                                                "policy",
                                                PolicyKind.IDENTITY,
                                                PolicyDocument.parse(text)))
                                .toList())
                .build();
    }

    AccessRequest request(String outcome) {
        return switch (outcome) {
            case "hit" -> hit;
            case "miss" -> miss;
            case "deny" -> deny;
            default -> throw new IllegalArgumentException("no outcome `" + outcome + "`");
        };
    }
}
