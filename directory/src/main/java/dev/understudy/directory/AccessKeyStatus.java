package dev.understudy.directory;

/** Whether an access key, or another credential of a user, may be used. */
public enum AccessKeyStatus {
    ACTIVE("Active"),
    INACTIVE("Inactive");

    private final String wire;

    AccessKeyStatus(String wire) {
        this.wire = wire;
    }

    /** The name in requests and answers. */
    public String wire() {
        return wire;
    }
}
