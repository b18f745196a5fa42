package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A point in time as policies write it: the W3C profile of ISO 8601, or whole seconds since 1970.
 *
 * @param seconds since 1970
 * @param nanos of the second
 */
record Moment(long seconds, int nanos) implements Comparable<Moment> {
    private static final int SECONDS_A_DAY = 86_400;
    private static final int MOST_YEAR = 292_278_993;
    private static final int LEAST_YEAR = -292_275_054;

    /** The moment in this text; null if it is none. Without a zone it is UTC. */
    static @Nullable Moment parse(String text) {
        Reader reader = new Reader(text);
        try {
            return isNumber(text) ? new Moment(Long.parseLong(text), 0) : reader.date();
        } catch (NumberFormatException | DateTimeException notADate) {
            return null;
        }
    }

    /** Four digits are a year; any other number of them counts seconds. */
    private static boolean isNumber(String text) {
        return text.length() != 4
                && !text.isEmpty()
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(Moment other) {
        int order = Long.compare(seconds, other.seconds);
        return order != 0 ? order : Integer.compare(nanos, other.nanos);
    }

    /** How the beginning of a second compares to this. */
    int order(long otherSeconds) {
        int order = Long.compare(otherSeconds, seconds);
        return order != 0 ? order : Integer.compare(0, nanos);
    }

    /** Reads the parts one after the other; throws DateTimeException where the form is broken. */
    private static final class Reader {
        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private Moment date() {
            int year = year();
            int month = next('-') ? digits(2, 1, 12) : 1;
            boolean hasDay = at > 0 && next('-');
            int day = hasDay ? digits(2, 1, 31) : 1;
            long days = LocalDate.of(year, month, day).toEpochDay();
            if (at == text.length()) {
                return new Moment(days * SECONDS_A_DAY, 0);
            }
            require(hasDay && (next('T') || next('t')));
            long seconds = digits(2, 0, 23) * 3_600L;
            require(next(':'));
            seconds += digits(2, 0, 59) * 60L;
            int nanos = 0;
            if (next(':')) {
                seconds += digits(2, 0, 59);
                nanos = next('.') ? fraction() : 0;
            }
            seconds -= zone();
            require(at == text.length());
            return new Moment(days * SECONDS_A_DAY + seconds, nanos);
        }

        private int year() {
            boolean negative = next('-');
            if (!negative) {
                next('+');
            }
            int start = at;
            while (at < text.length() && isDigit(text.charAt(at)) && at - start < 9) {
                at++;
            }
            require(at - start >= 4);
            int year = Integer.parseInt(text.substring(start, at)) * (negative ? -1 : 1);
            require(year >= LEAST_YEAR && year <= MOST_YEAR);
            return year;
        }

        private int fraction() {
            int start = at;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            int length = at - start;
            require(length >= 1 && length <= 9);
            return Integer.parseInt(text.substring(start, at) + "0".repeat(9 - length));
        }

        private int zone() {
            if (at == text.length() || next('Z') || next('z')) {
                return 0;
            }
            int sign = next('-') ? -1 : 1;
            require(sign < 0 || next('+'));
            int hours = digits(2, 0, 23);
            require(next(':'));
            return sign * (hours * 3_600 + digits(2, 0, 59) * 60);
        }

        private int digits(int count, int least, int most) {
            require(at + count <= text.length());
            int value = 0;
            for (int i = 0; i < count; i++) {
                char c = text.charAt(at++);
                require(isDigit(c));
                value = value * 10 + (c - '0');
            }
            require(value >= least && value <= most);
            return value;
        }

        private boolean next(char wanted) {
            if (at < text.length() && text.charAt(at) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static void require(boolean holds) {
            if (!holds) {
                throw new DateTimeException("not a date");
            }
        }
    }
}
