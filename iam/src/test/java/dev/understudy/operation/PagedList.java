package dev.understudy.operation;

import static dev.understudy.iam.World.TRUSTING;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.World;

import org.jspecify.annotations.Nullable;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of {@code spec/iam/paging.txt} in a world of its own. */
final class PagedList {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\"]+)}");
    private static final String NONE = "-";
    private static final String ALLOW =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}}";
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}";

    private final String line;
    private final String[] columns;
    private final Client client;
    private int signingCertificates;

    PagedList(String line, World world) {
        this.line = line;
        columns = line.split(" \\| ");
        client = world.admin(TRUSTING);
        if (!columns[3].equals(NONE)) {
            send(columns[3], "", "");
        }
    }

    /** One page. */
    record Page(List<String> items, @Nullable String marker) {}

    /** How many items of this line's list there may be at a time. */
    static int mostAtATime(String line) {
        String most = line.split(" \\| ")[2].split(" ")[0];
        return most.equals(NONE) ? Integer.MAX_VALUE : Integer.parseInt(most);
    }

    int mostAtATime() {
        return mostAtATime(line);
    }

    /** How many can be added in all. */
    int mostInAll() {
        String[] numbers = columns[2].split(" ");
        return numbers.length == 2 ? Integer.parseInt(numbers[1]) : Integer.MAX_VALUE;
    }

    /** Adds the item of this name; its id, as the list tells it. */
    String add(String name) {
        if (!columns[4].equals(NONE)) {
            send(columns[4], name, "");
        }
        String[] commands = columns[5].split("; ");
        Answer answer = send(commands[0], name, "");
        String id = answer.has(columns[1]) ? answer.text(columns[1]) : name;
        for (int i = 1; i < commands.length; i++) {
            send(commands[i], name, id);
        }
        return id;
    }

    boolean canRemove() {
        return !columns[6].equals(NONE);
    }

    void remove(String name, String id) {
        send(columns[6], name, id);
    }

    /** The page of at most so many items after the marker. */
    Page page(int maxItems, @Nullable String marker) {
        String more = marker == null ? "" : " Marker=" + marker;
        Answer answer = send(columns[0] + " MaxItems=" + maxItems + more, "", "");
        boolean truncated = isTruncated(answer);
        if (truncated != answer.has("Marker")) {
            throw new AssertionError("a marker where nothing follows, or none: " + answer);
        }
        return new Page(answer.texts(columns[1]), truncated ? answer.text("Marker") : null);
    }

    /** ListDelegationRequests writes the element in AWS's model with a small letter. */
    private static boolean isTruncated(Answer answer) {
        String element = answer.has("isTruncated") ? "isTruncated" : "IsTruncated";
        return answer.text(element).equals("true");
    }

    private Answer send(String command, String name, String id) {
        String[] words = command.split(" ");
        List<String> parameters = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            parameters.add(words[i].substring(0, equals));
            parameters.add(fill(words[i].substring(equals + 1), name, id));
        }
        return client.call(words[0], parameters.toArray(String[]::new)).ok();
    }

    private String fill(String value, String name, String id) {
        return PLACEHOLDER
                .matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(text(match.group(1), name, id)));
    }

    private String text(String placeholder, String name, String id) {
        return switch (placeholder) {
            case "n" -> name;
            case "id" -> id;
            case "arn" -> "arn:aws:iam::111122223333:";
            case "allow" -> ALLOW;
            case "trust" -> TRUST;
            case "key" -> newPublicKey();
            case "signing" -> newSigningCertificate();
            default -> SampleFiles.text(placeholder.substring("file:".length()));
        };
    }

    private String newSigningCertificate() {
        signingCertificates++;
        return SampleFiles.text(
                signingCertificates == 1
                        ? "signing.pem"
                        : "signing-" + signingCertificates + ".pem");
    }

    private static String newPublicKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (NoSuchAlgorithmException everyJavaHasRsa) {
            throw new AssertionError(everyJavaHasRsa);
        }
    }
}
