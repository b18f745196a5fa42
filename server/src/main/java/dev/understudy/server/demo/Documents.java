package dev.understudy.server.demo;

/** The policies of the story. */
final class Documents {
    static final String LOOK_AROUND =
            """
            {"Version":"2012-10-17","Statement":{"Sid":"LookAround","Effect":"Allow","Action":["iam:List*","iam:Get*"],"Resource":"*"}}\
            """;
    static final String GROUPS =
            """
            {"Version":"2012-10-17","Statement":{"Sid":"Groups","Effect":"Allow","Action":"iam:*Group*","Resource":"*"}}\
            """;

    private Documents() {}

    /** A trust policy for this principal; more is added to the statement. */
    static String trust(String principal, String more) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                + principal
                + ",\"Action\":\"sts:AssumeRole\""
                + more
                + "}}";
    }
}
