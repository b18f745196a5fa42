package dev.understudy.iam.account;

import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.errors.LimitExceeded;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Properties of an account, which are texts by name. The model of August 2026 names them and
 * nothing else: how a name holds its namespace, and what may be put, is decided here.
 */
final class AccountProperties {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_VALUE = 1_024;

    private AccountProperties() {}

    /** The namespaces of these names: what stands before the first of {@code / : .} */
    static List<String> namespaces(Set<String> names) {
        return names.stream().map(AccountProperties::namespace).distinct().sorted().toList();
    }

    private static String namespace(String name) {
        for (int i = 0; i < name.length(); i++) {
            if ("/:.".indexOf(name.charAt(i)) >= 0) {
                return name.substring(0, i);
            }
        }
        return name;
    }

    /** Those that are there, with these added or overwritten. */
    static Map<String, String> merged(Map<String, String> present, Map<String, String> added) {
        added.forEach((name, value) -> {
            if (name.isBlank() || name.length() > LONGEST_NAME || value.length() > LONGEST_VALUE) {
                throw InvalidInput.because("An account property is not valid.");
            }
        });
        Map<String, String> all = new TreeMap<>(present);
        all.putAll(added);
        if (all.size() > MOST) {
            throw LimitExceeded.quota("AccountPropertiesPerAccount", MOST);
        }
        return all;
    }
}
