package dev.understudy.sts;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.Deflater;

/**
 * How much of the space for session policies and tags a request uses. AWS packs them by a rule that
 * it does not publish; this stands in for it: the deflated size, in percent of what the space
 * holds.
 */
final class PackedSize {
    private static final int SPACE_BYTES = 2_048;

    /** Each has a quarter of a megabyte, which is cleared when it is made. */
    private static final Queue<Deflater> DEFLATERS = new ArrayBlockingQueue<>(8);

    private PackedSize() {}

    /** The percentage, rounded up; PackedPolicyTooLarge above 100. */
    static int percent(SessionPolicies policies, SessionTags tags) {
        StringBuilder text = new StringBuilder();
        text.append(policies.inline() == null ? "" : policies.inline());
        policies.arns().forEach(text::append);
        tags.all().forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        if (text.isEmpty()) {
            return 0;
        }
        int percent = Math.ceilDiv(100 * deflated(text.toString()), SPACE_BYTES);
        if (percent > 100) {
            throw new AwsError(
                    ErrorCode.PACKED_POLICY_TOO_LARGE,
                    policies.any()
                            ? "Packed policy consumes "
                                    + percent
                                    + "% of allotted space, please use smaller policy."
                            : "Packed size of session tags consumes "
                                    + percent
                                    + "% of allotted space.");
        }
        return percent;
    }

    private static int deflated(String text) {
        Deflater idle = DEFLATERS.poll();
        Deflater deflater = idle == null ? new Deflater() : idle;
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] buffer = new byte[SPACE_BYTES];
        int size = 0;
        while (!deflater.finished()) {
            size += deflater.deflate(buffer);
        }
        deflater.reset();
        if (!DEFLATERS.offer(deflater)) {
            deflater.end();
        }
        return size;
    }
}
