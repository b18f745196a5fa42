package dev.understudy.policy.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, dates, bytes and addresses as policies write them. Null where a text is none. */
final class ReferenceValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,90}(\\.[0-9]{1,90})?");
    private static final Pattern EPOCH = Pattern.compile("[0-9]+");
    private static final Pattern DATE =
            Pattern.compile(
                    "([+-]?[0-9]{4,9})(?:-([0-9]{2})(?:-([0-9]{2})(?:[Tt]([0-9]{2}):([0-9]{2})"
                            + "(?::([0-9]{2})(?:\\.([0-9]{1,9}))?)?"
                            + "(?:([Zz])|([+-])([0-9]{2}):([0-9]{2}))?)?)?)?");

    private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){7}");

    private ReferenceValues() {}

    static BigDecimal number(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Seconds since 1970. Four digits alone are a year; other digits alone are seconds. */
    static BigDecimal date(String text) {
        if (EPOCH.matcher(text).matches() && text.length() != 4) {
            BigDecimal seconds = new BigDecimal(text);
            boolean fits = seconds.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
            return fits ? seconds : null;
        }
        Matcher date = DATE.matcher(text);
        return date.matches() ? date(date) : null;
    }

    private static BigDecimal date(Matcher date) {
        int year = Integer.parseInt(date.group(1));
        if (year < -292_275_054 || year > 292_278_993) {
            return null;
        }
        int[] part = new int[12];
        for (int group : new int[] {2, 3, 4, 5, 6, 10, 11}) {
            part[group] = date.group(group) == null ? -1 : Integer.parseInt(date.group(group));
        }
        if (part[4] > 23 || part[5] > 59 || part[6] > 59 || part[10] > 23 || part[11] > 59) {
            return null;
        }
        long seconds;
        try {
            LocalDate day = LocalDate.of(year, Math.abs(part[2]), Math.abs(part[3]));
            seconds = day.toEpochDay() * 86_400;
        } catch (DateTimeException noDay) {
            return null;
        }
        seconds +=
                Math.max(part[4], 0) * 3_600L + Math.max(part[5], 0) * 60L + Math.max(part[6], 0);
        long zone = Math.max(part[10], 0) * 3_600L + Math.max(part[11], 0) * 60L;
        seconds -= "-".equals(date.group(9)) ? -zone : zone;
        String fraction = date.group(7) == null ? "0" : date.group(7);
        return BigDecimal.valueOf(seconds).add(new BigDecimal("0." + fraction));
    }

    static boolean sameBytes(String want, String has) {
        try {
            Base64.Decoder decoder = Base64.getDecoder();
            return Arrays.equals(decoder.decode(want), decoder.decode(has));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** A block, or an address, which is a block of one. */
    static boolean isBlock(String block) {
        return bits(block) >= 0;
    }

    /** The length of the block's prefix; -1 if it is none. */
    private static int bits(String block) {
        String[] parts = block.split("/", -1);
        BigInteger base = address(parts[0]);
        int most = parts[0].contains(":") ? 128 : 32;
        if (base == null || parts.length > 2) {
            return -1;
        }
        if (parts.length == 1) {
            return most;
        }
        int bits = parts[1].matches("[0-9]{1,3}") ? Integer.parseInt(parts[1]) : most + 1;
        return bits <= most ? bits : -1;
    }

    /** The families never match each other. */
    static boolean within(String block, String has) {
        int bits = bits(block);
        BigInteger given = address(has);
        boolean six = block.contains(":");
        if (bits < 0 || given == null || six != has.contains(":")) {
            return false;
        }
        int host = (six ? 128 : 32) - bits;
        BigInteger base = address(block.split("/")[0]);
        return base.shiftRight(host).equals(given.shiftRight(host));
    }

    private static BigInteger address(String text) {
        if (!text.contains(":")) {
            return four(text);
        }
        String groups = text;
        if (text.contains(".")) {
            int last = text.lastIndexOf(':') + 1;
            BigInteger four = four(text.substring(last));
            if (four == null) {
                return null;
            }
            int low = four.intValue();
            groups =
                    text.substring(0, last)
                            + Integer.toHexString(low >>> 16)
                            + ":"
                            + Integer.toHexString(low & 0xFFFF);
        }
        return six(groups);
    }

    private static BigInteger four(String text) {
        if (!FOUR.matcher(text).matches()) {
            return null;
        }
        BigInteger address = BigInteger.ZERO;
        for (String part : text.split("\\.")) {
            int value = Integer.parseInt(part);
            if (value > 255 || !part.equals(String.valueOf(value))) {
                return null;
            }
            address = address.shiftLeft(8).add(BigInteger.valueOf(value));
        }
        return address;
    }

    private static BigInteger six(String text) {
        int gap = text.indexOf("::");
        String full = text;
        if (gap >= 0) {
            String head = text.substring(0, gap);
            String tail = text.substring(gap + 2);
            int missing = 8 - count(head) - count(tail);
            if (missing < 1) {
                return null;
            }
            full =
                    (head.isEmpty() ? "" : head + ":")
                            + "0:".repeat(missing)
                            + (tail.isEmpty() ? "" : tail + ":");
            full = full.substring(0, full.length() - 1);
        }
        if (!SIX.matcher(full).matches()) {
            return null;
        }
        BigInteger address = BigInteger.ZERO;
        for (String group : full.split(":")) {
            address = address.shiftLeft(16).add(new BigInteger(group, 16));
        }
        return address;
    }

    private static int count(String groups) {
        return groups.isEmpty() ? 0 : groups.split(":", -1).length;
    }
}
