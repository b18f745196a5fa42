/** The policy language of AWS IAM: reading, deciding, explaining. */
module dev.understudy.policy {
    requires static org.jspecify;

    exports dev.understudy.policy;
}
