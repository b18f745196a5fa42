package dev.understudy.server;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Role;
import dev.understudy.directory.RoleUsage;
import dev.understudy.directory.RoleUsageReport;
import dev.understudy.directory.Transaction;
import dev.understudy.iam.roles.LinkedRoleDeletion;
import dev.understudy.operation.WireRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where whoever plays a service in development says what uses the role that is linked to it. Open
 * in development mode only, to this machine only, and to no web page: a browser sends no JSON
 * unasked.
 */
final class RoleUsageDoor {
    static final String PATH = "/role-usage";
    private static final int MOST_BYTES = 65_536;
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,32}");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Directory directory;
    private final InstantSource clock;

    RoleUsageDoor(Directory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A report.
     *
     * @param account twelve digits
     * @param role name of the service-linked role
     * @param checking whether the service is still looking; not if absent
     * @param usage what uses the role; none if absent
     */
    private record Report(
            @Nullable String account,
            @Nullable String role,
            @Nullable Boolean checking,
            @Nullable List<@Nullable Usage> usage) {}

    private record Usage(@Nullable String region, @Nullable List<@Nullable String> resources) {}

    /** What is wrong with a report. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why, null, false, false);
        }
    }

    /** Takes the report; null, or what is wrong with it: then nothing was changed. */
    @Nullable String refusal(WireRequest request) {
        try {
            take(read(request));
            return null;
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    private static Report read(WireRequest request) {
        String type = request.header("Content-Type");
        require(type != null && type.startsWith("application/json"), "not application/json");
        require(isLocal(request.remoteAddress()), "not from this machine");
        require(request.body().length <= MOST_BYTES, "too long");
        try {
            @Nullable Report report = JSON.readValue(request.body(), Report.class);
            if (report != null) {
                return report;
            }
        } catch (JacksonException unreadable) {
            // falls through: whatever cannot be read is no report
        }
        throw new Refused("not a report: {account, role, checking, usage}");
    }

    private static boolean isLocal(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private void take(Report report) {
        List<RoleUsage> usage =
                report.usage() == null
                        ? List.of()
                        : report.usage().stream().map(RoleUsageDoor::usage).toList();
        directory.transact(
                account(report.account()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                account -> new Transaction.Result<>("", changes(account, report, usage)));
    }

    private AccountId account(@Nullable String digits) {
        try {
            AccountId id = AccountId.of(digits == null ? "" : digits);
            require(directory.account(id) != null, "no such account");
            return id;
        } catch (IllegalArgumentException malformed) {
            throw new Refused("no such account");
        }
    }

    private static List<Change> changes(Account account, Report report, List<RoleUsage> usage) {
        Role role = report.role() == null ? null : account.role(report.role());
        if (role == null || role.linkedService() == null) {
            throw new Refused("no such service-linked role");
        }
        return LinkedRoleDeletion.reported(
                account,
                role,
                new RoleUsageReport(role.id(), Boolean.TRUE.equals(report.checking()), usage));
    }

    private static RoleUsage usage(@Nullable Usage given) {
        if (given == null) {
            throw new Refused("no usage");
        }
        String region = given.region();
        List<@Nullable String> resources = given.resources();
        if (region == null || !REGION.matcher(region).matches()) {
            throw new Refused("no region");
        }
        if (resources == null || resources.isEmpty()) {
            throw new Refused("no resources");
        }
        return new RoleUsage(region, resources.stream().map(RoleUsageDoor::arn).toList());
    }

    private static String arn(@Nullable String text) {
        if (text == null || Arn.parseOrNull(text) == null) {
            throw new Refused("not an ARN");
        }
        return text;
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new Refused(otherwise);
        }
    }
}
