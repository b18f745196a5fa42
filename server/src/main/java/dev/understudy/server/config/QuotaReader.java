package dev.understudy.server.config;

import dev.understudy.operation.Quota;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Reads quotas as the configuration file gives them, by AWS's names. */
final class QuotaReader {
    /** The key that holds them, of the server and of an account. */
    static final String KEY = "quotas";

    private QuotaReader() {}

    /** The quotas in the object; empty if it gives none. */
    static Map<Quota, Integer> read(Fields fields) {
        Map<Quota, Integer> quotas = new EnumMap<>(Quota.class);
        fields.map(KEY)
                .forEach((name, value) -> {
                    String place = fields.path() + "." + KEY;
                    Quota quota = Quota.named(name);
                    if (quota == null) {
                        throw ConfigProblem.unknown(
                                "key in `" + place + "`:",
                                name,
                                Arrays.stream(Quota.values()).map(Quota::wire).toList());
                    }
                    quotas.put(quota, number(place + "." + name, value, quota.most()));
                });
        return quotas;
    }

    private static int number(String place, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the message for all that is no number in the range
        }
        throw new ConfigProblem(
                "`%s` is `%s`, and must be a whole number from 1 to %d, the most that AWS gives"
                        .formatted(place, value, most));
    }
}
