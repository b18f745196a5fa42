package dev.understudy.ec2;

import dev.understudy.directory.IamInstanceProfileAssociation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.ec2.model.Filter;

import java.util.ArrayList;
import java.util.List;

/**
 * The filters of a request: an association passes that matches a value of each of them. In values,
 * {@code *} stands for any text and {@code ?} for one character; letters count as they are.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html">Filter
 *     your EC2 resources</a>
 */
final class AssociationFilter {
    private final List<Condition> conditions;

    private AssociationFilter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    private enum Field {
        INSTANCE_ID,
        STATE
    }

    private record Condition(Field field, List<String> values) {}

    static AssociationFilter of(List<Filter> filters) {
        List<Condition> conditions = new ArrayList<>();
        for (Filter filter : filters) {
            conditions.add(new Condition(field(filter.name()), filter.values()));
        }
        return new AssociationFilter(conditions);
    }

    private static Field field(@Nullable String name) {
        return switch (name) {
            case "instance-id" -> Field.INSTANCE_ID;
            case "state" -> Field.STATE;
            case null -> throw Ec2Errors.filterInvalid("null");
            default -> throw Ec2Errors.filterInvalid(name);
        };
    }

    boolean matches(IamInstanceProfileAssociation association) {
        return conditions.stream()
                .allMatch(condition -> {
                    String text =
                            switch (condition.field()) {
                                case INSTANCE_ID -> association.instanceId();
                                // An association is from the commit that made it on, until it is no
                                // more.
                                case STATE -> "associated";
                            };
                    return condition.values().stream().anyMatch(value -> standsFor(value, text));
                });
    }

    /** Whether the value stands for the text; in time that is at most the lengths' product. */
    private static boolean standsFor(String value, String text) {
        int v = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            char c = v < value.length() ? value.charAt(v) : 0;
            if (c == '*') {
                star = v++;
                mark = t;
            } else if (v < value.length() && (c == '?' || c == text.charAt(t))) {
                v++;
                t++;
            } else if (star >= 0) {
                v = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        return value.substring(v).replace("*", "").isEmpty();
    }
}
