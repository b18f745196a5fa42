package dev.understudy.policy;

import java.time.Month;
import java.time.Year;

/**
 * The form in which a server writes the time of a request, {@code 2026-11-24T09:30:00Z}, read
 * without making anything. Other forms are a {@link Moment}'s.
 */
final class UtcSeconds {
    private static final String FORM = "dddd-dd-ddTdd:dd:ddZ";
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_BEFORE_1970 = 719_468;

    private UtcSeconds() {}

    /** Whether the text has this form and names a time that exists. */
    static boolean isWritten(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == 'd' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
                return false;
            }
        }
        int month = two(text, 5);
        int day = two(text, 8);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(Year.isLeap(year(text)))
                && two(text, 11) <= 23
                && two(text, 14) <= 59
                && two(text, 17) <= 59;
    }

    /** The seconds since 1970 of a text that has this form. */
    static long read(String text) {
        long days = days(year(text), two(text, 5), two(text, 8));
        return ((days * 24 + two(text, 11)) * 60 + two(text, 14)) * 60 + two(text, 17);
    }

    /** Days since 1970, counted in years that begin in March, so that leap days come last. */
    private static long days(int year, int month, int day) {
        int marchYear = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(marchYear, 400);
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (long) era * DAYS_IN_400_YEARS + dayOfEra - DAYS_BEFORE_1970;
    }

    private static int year(String text) {
        return two(text, 0) * 100 + two(text, 2);
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + (text.charAt(at + 1) - '0');
    }
}
