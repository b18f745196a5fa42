package dev.understudy.directory;

/** Writes the ARNs of IAM's entities. */
final class Arns {
    private Arns() {}

    static String iam(Account account, String type, String pathAndName) {
        return "arn:"
                + account.partition()
                + ":iam::"
                + account.id().digits()
                + ":"
                + type
                + pathAndName;
    }
}
