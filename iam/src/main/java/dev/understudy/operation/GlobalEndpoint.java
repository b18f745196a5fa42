package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/**
 * The global endpoint of STS, which lacks the newer operations. A request is meant for it if its
 * {@code Host} says so: its region is that of the endpoint in North Virginia, too.
 *
 * @see <a href="https://github.com/boto/boto3/issues/4461">AssumeRoot at the global endpoint</a>
 */
final class GlobalEndpoint {
    private static final String HOST = "sts.amazonaws.com";
    private static final Set<String> REGIONAL_ONLY = Set.of("AssumeRoot", "GetWebIdentityToken");

    private GlobalEndpoint() {}

    /** Passes unless the request asks there for what only regional endpoints do. */
    static void check(@Nullable String host, Service service, String operation) {
        if (host != null
                && service == Service.STS
                && REGIONAL_ONLY.contains(operation)
                && host.toLowerCase(Locale.ROOT).replaceFirst("\\.?(:[0-9]*)?$", "").equals(HOST)) {
            throw new AwsError(ErrorCode.INVALID_ACTION, "Unknown Operation");
        }
    }
}
