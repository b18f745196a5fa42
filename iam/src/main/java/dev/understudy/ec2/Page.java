package dev.understudy.ec2;

import dev.understudy.directory.IamInstanceProfileAssociation;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A page of associations. A token holds the last id of its page, so that what comes or goes
 * meanwhile neither repeats nor skips anything else.
 *
 * @param nextToken null on the last page
 */
record Page(List<IamInstanceProfileAssociation> items, @Nullable String nextToken) {
    private static final int LEAST = 5;
    private static final int MOST = 1_000;

    static Page of(
            List<IamInstanceProfileAssociation> sorted,
            @Nullable Integer maxResults,
            @Nullable String token) {
        int limit = limit(maxResults);
        String after = token == null ? "" : decode(token);
        List<IamInstanceProfileAssociation> left =
                sorted.stream().filter(one -> one.id().compareTo(after) > 0).toList();
        if (left.size() <= limit) {
            return new Page(left, null);
        }
        List<IamInstanceProfileAssociation> items = left.subList(0, limit);
        return new Page(items, encode(items.getLast().id()));
    }

    private static int limit(@Nullable Integer maxResults) {
        if (maxResults == null) {
            return MOST;
        }
        if (maxResults < LEAST) {
            throw Ec2Errors.pageTooSmall(maxResults, LEAST);
        }
        if (maxResults > MOST) {
            throw Ec2Errors.pageTooLarge(maxResults, MOST);
        }
        return maxResults;
    }

    private static String encode(String id) {
        return Base64.getUrlEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw Ec2Errors.paginationToken();
        }
    }
}
